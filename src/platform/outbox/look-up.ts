/** Finds out whether an uncertain message arrived, by the hash in its metadata, before it could ever be sent again. */
import { z } from "zod";
import type { OutboxRow } from "../storage/index.ts";
import { type Delivery, PROMISE_EVENT, promiseHash } from "./deliver.ts";
import { openChannel } from "./open-channel.ts";

const AT_ONCE = 10;
const history = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string().optional(), event_payload: z.record(z.string(), z.unknown()).optional() })
        .optional(),
    }),
  ),
});

export interface LookUpCounts {
  found: number;
  resent: number;
  still: number;
}

export async function lookUpUncertain(delivery: Delivery): Promise<LookUpCounts> {
  const counts: LookUpCounts = { found: 0, resent: 0, still: 0 };
  const rows = await delivery.parts.database.db.outboxMessage.findMany({
    where: { state: "uncertain", leaseUntil: { lte: delivery.parts.clocks.machineNow() } },
    orderBy: { createdAt: "asc" },
    take: AT_ONCE,
  });
  for (const row of rows) {
    counts[await lookUpOne(delivery, row)] += 1;
  }
  return counts;
}

async function lookUpOne(delivery: Delivery, row: OutboxRow): Promise<keyof LookUpCounts> {
  const { db } = delivery.parts.database;
  try {
    const channel = await openChannel(delivery, row.personId ?? "");
    const ts = await findInHistory(delivery, channel, promiseHash(delivery, row.key));
    if (ts !== undefined) {
      const sentAt = delivery.parts.clocks.now().toJSDate();
      const found = { state: "sent", channelId: channel, ts, sentAt, staleAt: sentAt, leaseUntil: null };
      await db.outboxMessage.updateMany({ where: { id: row.id, state: "uncertain" }, data: found });
      return "found";
    }
    await db.outboxMessage.updateMany({
      where: { id: row.id, state: "uncertain" },
      data: { state: "pending", leaseUntil: null, claimedBy: null },
    });
    return "resent";
  } catch {
    const later = new Date(delivery.parts.clocks.machineNow().getTime() + 60_000);
    await db.outboxMessage.updateMany({ where: { id: row.id, state: "uncertain" }, data: { leaseUntil: later } });
    return "still";
  }
}

async function findInHistory(delivery: Delivery, channel: string, hash: string): Promise<string | undefined> {
  const answer = history.parse(
    await delivery.client.conversations.history({ channel, include_all_metadata: true, limit: 100 }),
  );
  const mine = answer.messages.find(
    ({ metadata }) => metadata?.event_type === PROMISE_EVENT && metadata.event_payload?.["promise"] === hash,
  );
  return mine?.ts;
}
