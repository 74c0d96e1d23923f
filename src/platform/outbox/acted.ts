/** Somebody pressed a button of a message: the first time counts. */
import type { Parts } from "../context.ts";

export async function noteActed(parts: Parts, message: { channelId: string; ts: string } | undefined): Promise<void> {
  if (message === undefined) {
    return;
  }
  const { channelId, ts } = message;
  await parts.database.db.outboxMessage.updateMany({
    where: { channelId, ts, actedAt: null },
    data: { actedAt: parts.clocks.now().toJSDate() },
  });
}
