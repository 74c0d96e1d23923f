/** The file below a message that was sent: at most once, and nobody waits for it, because the message says the same in words. */
import { shareIn } from "../slack/share-file.ts";
import type { OutboxRow } from "../storage/index.ts";
import type { View } from "../view.ts";
import type { Delivery } from "./delivery.ts";

/** Nothing where the message was not sent, or nobody knows whether it was. A failure is logged. */
export async function putBelow(
  { parts, client }: Delivery,
  { id }: Pick<OutboxRow, "id">,
  channel: string,
  file: NonNullable<View["file"]>,
): Promise<void> {
  const row = await parts.database.db.outboxMessage.findUnique({ where: { id }, select: { state: true } });
  if (row?.state !== "sent") {
    return;
  }
  try {
    const made = await file();
    await (made === undefined ? undefined : shareIn(client, channel, made));
  } catch (failure) {
    parts.log.warn({ failure, message: id }, "the file below a message could not be sent");
  }
}
