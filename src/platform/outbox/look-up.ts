/** Finds out whether an uncertain message arrived, by the hash in its metadata, before it could ever be sent again. */
import { z } from "zod";
import { inTransaction, systemContext } from "../context.ts";
import type { OutboxRow } from "../storage/index.ts";
import { reportDead } from "./dead.ts";
import { type Delivery, PROMISE_EVENT, promiseHash } from "./deliver.ts";
import { classify } from "./failure-class.ts";
import { openChannel } from "./open-channel.ts";
import { readFailure } from "./slack-failure.ts";

const AT_ONCE = 10;
const PAGE = 100;
/** A thousand messages back: more than a conversation gains while one is uncertain. */
const MOST_PAGES = 10;
const LATER_MS = 60_000;
const history = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string().optional(), event_payload: z.record(z.string(), z.unknown()).optional() })
        .optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

export interface LookUpCounts {
  found: number;
  resent: number;
  still: number;
  dead: number;
}

export async function lookUpUncertain(delivery: Delivery): Promise<LookUpCounts> {
  const counts: LookUpCounts = { found: 0, resent: 0, still: 0, dead: 0 };
  const rows = await delivery.parts.database.db.outboxMessage.findMany({
    where: { state: "uncertain", leaseUntil: { lte: delivery.parts.clocks.machineNow() } },
    orderBy: { leaseUntil: "asc" },
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
    const channel = row.channelId ?? (await openChannel(delivery, row.personId ?? ""));
    const ts = await findInHistory(delivery, channel, promiseHash(delivery, row.key));
    if (ts === undefined) {
      const again = { state: "pending", leaseUntil: null, claimedBy: null };
      await db.outboxMessage.updateMany({ where: same(row), data: again });
      return "resent";
    }
    // What it said is not known: it is drawn again.
    const { clocks } = delivery.parts;
    const found = {
      state: "sent",
      channelId: channel,
      ts,
      sentAt: clocks.now().toJSDate(),
      staleAt: clocks.machineNow(),
    };
    await db.outboxMessage.updateMany({ where: same(row), data: { ...found, leaseUntil: null, failure: null } });
    return "found";
  } catch (error) {
    return notLookedUp(delivery, row, error);
  }
}

/** The attempt that was looked up, not a later one of another worker. */
const same = (row: OutboxRow) => ({ id: row.id, state: "uncertain", attempts: row.attempts });

/** Whoever cannot be reached any more cannot have been told either; for the rest it stays open. */
async function notLookedUp(delivery: Delivery, row: OutboxRow, error: unknown): Promise<"still" | "dead"> {
  const failure = classify(readFailure(error));
  const isGone = failure.kind === "dead" && !failure.why.startsWith("slack:");
  if (!isGone) {
    const leaseUntil = new Date(delivery.parts.clocks.machineNow().getTime() + LATER_MS);
    await delivery.parts.database.db.outboxMessage.updateMany({ where: same(row), data: { leaseUntil } });
    return "still";
  }
  await inTransaction(systemContext(delivery.parts), async (tx) => {
    const dead = { state: "dead", failure: failure.why, leaseUntil: null };
    const { count } = await tx.db.outboxMessage.updateMany({ where: same(row), data: dead });
    await (count > 0 ? reportDead(tx, row) : undefined);
  });
  return "dead";
}

async function findInHistory(delivery: Delivery, channel: string, hash: string): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const answer = history.parse(
      await delivery.client.conversations.history({
        channel,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    const mine = answer.messages.find(
      ({ metadata }) => metadata?.event_type === PROMISE_EVENT && metadata.event_payload?.["promise"] === hash,
    );
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (mine !== undefined || cursor === undefined) {
      return mine?.ts;
    }
  }
  return undefined;
}
