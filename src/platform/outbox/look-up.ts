/** Finds out whether an uncertain message arrived, by the hash in its metadata or the id of its file, before it could ever be sent again. */
import { z } from "zod";
import { inTransaction, systemContext } from "../context.ts";
import type { OutboxRow } from "../storage/index.ts";
import { MAY_HAVE_ARRIVED, reportDead } from "./dead.ts";
import { type Delivery, PROMISE_EVENT, promiseHash } from "./delivery.ts";
import { classify } from "./failure-class.ts";
import { FILE_BELOW, fileIdOf, promiseFile } from "./file-below.ts";
import { openChannel } from "./open-channel.ts";
import { isStopped, stopAll } from "./pauses.ts";
import { rest, restLeft } from "./rest.ts";
import { readFailure } from "./slack-failure.ts";
import { needTurn, takeTurn } from "./turns.ts";

const AT_ONCE = 10;
const PAGE = 100;
/** A thousand messages back: more than a conversation gains while one is uncertain. */
const MOST_PAGES = 10;
const LATER_MS = 60_000;
const MINE_MS = 15_000;
const history = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string().optional(), event_payload: z.record(z.string(), z.unknown()).optional() })
        .optional(),
      files: z.array(z.looseObject({ id: z.string() })).optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});
type Said = z.infer<typeof history>["messages"][number];

export interface LookUpCounts {
  found: number;
  resent: number;
  still: number;
  dead: number;
}

export async function lookUpUncertain(delivery: Delivery): Promise<LookUpCounts> {
  const counts: LookUpCounts = { found: 0, resent: 0, still: 0, dead: 0 };
  if (restLeft(delivery, "look_up") > 0 || delivery.flights.stopping || (await isStopped(delivery))) {
    return counts;
  }
  const now = delivery.parts.clocks.machineNow();
  // A moment further away than any that we set is from before the clock was set back.
  const outOfReach = new Date(now.getTime() + 2 * LATER_MS);
  const rows = await delivery.parts.database.db.outboxMessage.findMany({
    where: { state: "uncertain", OR: [{ leaseUntil: { lte: now } }, { leaseUntil: { gt: outOfReach } }] },
    orderBy: [{ urgent: "desc" }, { leaseUntil: "asc" }],
    take: AT_ONCE,
  });
  for (const row of rows) {
    if (restLeft(delivery, "look_up") > 0 || delivery.flights.stopping) {
      break;
    }
    const mine = { ...row, leaseUntil: new Date(now.getTime() + MINE_MS) };
    if (!(await lease(delivery, row, mine.leaseUntil))) {
      continue;
    }
    const waitMs = await takeTurn(delivery, "conversations.history");
    if (waitMs === 0) {
      counts[await lookUpOne(delivery, row)] += 1;
    } else {
      rest(delivery, "look_up", waitMs);
      await lease(delivery, mine, now);
    }
  }
  return counts;
}

/** Another process looks at the others meanwhile; if we die, it is looked up a little later. */
async function lease({ parts }: Delivery, row: OutboxRow, leaseUntil: Date): Promise<boolean> {
  const { count } = await parts.database.db.outboxMessage.updateMany({
    where: { ...same(row), leaseUntil: row.leaseUntil },
    data: { leaseUntil },
  });
  return count === 1;
}

/** By what it is known in a conversation: the hash of its promise, or the id of a file. A file without one was shown to nobody. */
function signOf(delivery: Delivery, row: OutboxRow): ((message: Said) => boolean) | undefined {
  if (row.kind === FILE_BELOW) {
    const fileId = fileIdOf(row);
    return fileId === undefined ? undefined : ({ files }) => files?.some(({ id }) => id === fileId) === true;
  }
  const hash = promiseHash(delivery, row.key);
  return ({ metadata }) => metadata?.event_type === PROMISE_EVENT && metadata.event_payload?.["promise"] === hash;
}

type Found = { readonly ts: string } | "absent" | "out_of_reach";

async function lookUpOne(delivery: Delivery, row: OutboxRow): Promise<keyof LookUpCounts> {
  try {
    const channel = row.channelId ?? (await openChannel(delivery, row.personId ?? ""));
    const isIt = signOf(delivery, row);
    const found = isIt === undefined ? "absent" : await findInHistory(delivery, channel, isIt);
    if (found === "absent") {
      return await sendAgain(delivery, row);
    }
    return await (found === "out_of_reach" ? undecided(delivery, row) : itArrived(delivery, row, channel, found.ts));
  } catch (error) {
    return notLookedUp(delivery, row, error);
  }
}

/** The attempt that was looked up, not a later one of another worker. */
const same = (row: OutboxRow) => ({ id: row.id, state: "uncertain", attempts: row.attempts });

/** What it said is not known: it is drawn again. */
async function itArrived(delivery: Delivery, row: OutboxRow, channelId: string, ts: string): Promise<"found"> {
  const { clocks } = delivery.parts;
  const sent = { state: "sent", channelId, ts, sentAt: clocks.now().toJSDate(), staleAt: clocks.machineNow() };
  await inTransaction(systemContext(delivery.parts), async (tx) => {
    const data = { ...sent, leaseUntil: null, failure: null };
    const { count } = await tx.db.outboxMessage.updateMany({ where: same(row), data });
    await (count > 0 && delivery.renderers.mayHaveFile(row.kind) ? promiseFile(tx, row) : undefined);
  });
  return "found";
}

async function sendAgain({ parts }: Delivery, row: OutboxRow): Promise<"resent"> {
  const again = { state: "pending", leaseUntil: null, claimedBy: null };
  await parts.database.db.outboxMessage.updateMany({ where: same(row), data: again });
  return "resent";
}

/**
 * Nobody can say whether it arrived. A reminder may be read twice; a decision, an approval or a handover may not: it is given up,
 * and the administrators are told that it may have arrived.
 */
async function undecided(delivery: Delivery, row: OutboxRow): Promise<"resent" | "dead"> {
  if (delivery.renderers.mayRepeat(row.kind)) {
    return sendAgain(delivery, row);
  }
  await inTransaction(systemContext(delivery.parts), async (tx) => {
    const dead = { state: "dead", failure: MAY_HAVE_ARRIVED, leaseUntil: null };
    const { count } = await tx.db.outboxMessage.updateMany({ where: same(row), data: dead });
    await (count > 0 ? reportDead(tx, row) : undefined);
  });
  return "dead";
}

/** What passes is waited for; where Slack refuses the look-up itself, there is none. */
async function notLookedUp(delivery: Delivery, row: OutboxRow, error: unknown): Promise<keyof LookUpCounts> {
  const failure = classify(readFailure(error));
  if (failure.kind === "dead" || failure.kind === "plainer") {
    return undecided(delivery, row);
  }
  if (failure.kind === "stop") {
    await stopAll(delivery, failure.why);
  }
  if (failure.kind === "wait") {
    rest(delivery, "look_up", failure.ms);
  }
  const leaseUntil = new Date(delivery.parts.clocks.machineNow().getTime() + LATER_MS);
  await delivery.parts.database.db.outboxMessage.updateMany({ where: same(row), data: { leaseUntil } });
  return "still";
}

async function findInHistory(delivery: Delivery, channel: string, isIt: (message: Said) => boolean): Promise<Found> {
  let cursor: string | undefined;
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    if (turn > 0) {
      await needTurn(delivery, "conversations.history");
    }
    const answer = history.parse(
      await delivery.client.conversations.history({
        channel,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    const mine = answer.messages.find(isIt);
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (mine !== undefined) {
      return { ts: mine.ts };
    }
    if (cursor === undefined) {
      return "absent";
    }
  }
  return "out_of_reach";
}
