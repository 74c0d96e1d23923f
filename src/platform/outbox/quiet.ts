/**
 * Do Not Disturb times a message and never drops it. Slack is asked for many people at once, outside any transaction, and its
 * answer is kept for some minutes; where it does not answer, nobody waits.
 */
import { z } from "zod";
import { systemContext } from "../context.ts";
import { inTime } from "../in-time.ts";
import type { OutboxRow } from "../storage/index.ts";
import type { Delivery } from "./delivery.ts";
import { classify } from "./failure-class.ts";
import { rest, restLeft } from "./rest.ts";
import { release } from "./settle.ts";
import { readFailure } from "./slack-failure.ts";
import { needTurn } from "./turns.ts";

/** The mark of a message that waits for somebody's quiet to end. */
const DO_NOT_DISTURB = "do_not_disturb";

/** When people want quiet, as Slack said it last. */
export class QuietTimes {
  /** By person; machine milliseconds. */
  readonly known = new Map<string, { readonly fromMs: number; readonly untilMs: number; readonly askedMs: number }>();
  /** One question at a time: the next round's readers are asked about with this one's. */
  asking: Promise<void> | undefined;
}

/** `dnd.teamInfo` takes so many. */
const ASKED_AT_ONCE = 50;
/** An answer is believed for so long; then somebody may have changed their mind. */
const BELIEVED_MS = 5 * 60_000;
/** Whoever ends their quiet early is told after this at the latest. */
const LOOK_AGAIN_MS = 15 * 60_000;
/** Nobody waits longer for Slack's answer. */
const PATIENCE_MS = 3_000;
const MOST_TURNS = 3;
const ASK_AGAIN_MS = 60_000;
/** A scope that was not granted is not granted a minute later. */
const REFUSED_MS = 60 * 60_000;
const MOST_KNOWN = 20_000;

const answer = z.looseObject({
  users: z
    .record(
      z.string(),
      z.looseObject({
        dnd_enabled: z.boolean().optional(),
        next_dnd_start_ts: z.number().optional(),
        next_dnd_end_ts: z.number().optional(),
      }),
    )
    .default({}),
});

/** Learns of the readers of these messages and of those who are next. Never throws, and never waits long. */
export async function learnQuiet(delivery: Delivery, rows: readonly OutboxRow[]): Promise<void> {
  const readers = rows.flatMap(({ urgent, personId }) => (urgent || personId === null ? [] : [personId]));
  const areKnown = () => readers.every((personId) => isKnown(delivery, personId));
  try {
    for (let turn = 0; turn < MOST_TURNS && !areKnown() && restLeft(delivery, "quiet") === 0; turn += 1) {
      const { quiet } = delivery;
      quiet.asking ??= ask(delivery, readers).finally(() => {
        quiet.asking = undefined;
      });
      if (!(await inTime(quiet.asking, PATIENCE_MS))) {
        rest(delivery, "quiet", ASK_AGAIN_MS);
      }
    }
  } catch (error) {
    const failure = classify(readFailure(error));
    const ms = failure.kind === "wait" ? failure.ms : failure.kind === "uncertain" ? ASK_AGAIN_MS : REFUSED_MS;
    rest(delivery, "quiet", ms);
    const why = "why" in failure ? failure.why : failure.kind;
    delivery.parts.log.warn({ why }, "Slack did not say who wants quiet; messages go out");
  }
}

/** Whether the message is put off because its reader wants quiet now. */
export async function isPutOff(delivery: Delivery, row: OutboxRow): Promise<boolean> {
  const quiet = row.urgent ? undefined : delivery.quiet.known.get(row.personId ?? "");
  const now = nowMs(delivery);
  if (quiet === undefined || now < quiet.fromMs || now >= quiet.untilMs) {
    return false;
  }
  const ctx = systemContext(delivery.parts);
  const latest = await delivery.latestForQuiet(ctx, row.personId ?? "", row.notBefore);
  const left = Math.min(quiet.untilMs - now, latest.getTime() - ctx.now.toMillis(), LOOK_AGAIN_MS);
  if (left <= 0) {
    return false;
  }
  await release(delivery, row, left, DO_NOT_DISTURB);
  return true;
}

/** Messages that wait for somebody's quiet to end, and for nothing else. */
export function putOffForQuiet(machineNow: Date) {
  return { state: "pending", failure: DO_NOT_DISTURB, leaseUntil: { gt: machineNow } };
}

/** All the others. What is unknown is not compared, so each is named. */
export function notPutOff(machineNow: Date) {
  return {
    OR: [
      { failure: null },
      { failure: { not: DO_NOT_DISTURB } },
      { state: { not: "pending" } },
      { leaseUntil: null },
      { leaseUntil: { lte: machineNow } },
    ],
  };
}

async function ask(delivery: Delivery, readers: readonly string[]): Promise<void> {
  const { database } = delivery.parts;
  const persons = [...new Set([...readers, ...(await nextReaders(delivery))])]
    .filter((personId) => !isKnown(delivery, personId))
    .slice(0, ASKED_AT_ONCE);
  const accounts = await database.db.slackAccount.findMany({
    where: { personId: { in: persons }, endedAt: null },
    orderBy: { matchedAt: "asc" },
    select: { personId: true, userId: true },
  });
  if (accounts.length > 0) {
    await needTurn(delivery, "dnd.teamInfo");
  }
  // The latest account of each: it is the one that is written to.
  const users = new Map(accounts.map(({ personId, userId }) => [personId, userId]));
  const told =
    users.size === 0
      ? { users: {} }
      : answer.parse(await delivery.client.dnd.teamInfo({ users: [...new Set(users.values())].join(",") }));
  if (delivery.quiet.known.size > MOST_KNOWN) {
    delivery.quiet.known.clear();
  }
  const askedMs = nowMs(delivery);
  for (const personId of persons) {
    const { dnd_enabled, next_dnd_start_ts = 0, next_dnd_end_ts = 0 } = told.users[users.get(personId) ?? ""] ?? {};
    const [fromMs, untilMs] = dnd_enabled === true ? [next_dnd_start_ts * 1000, next_dnd_end_ts * 1000] : [0, 0];
    delivery.quiet.known.set(personId, { fromMs, untilMs, askedMs });
  }
}

/** Who is written to soon, so that a whole morning costs a few questions. */
async function nextReaders({ parts }: Delivery): Promise<string[]> {
  const next = await parts.database.db.outboxMessage.findMany({
    where: {
      state: "pending",
      urgent: false,
      personId: { not: null },
      notBefore: { lte: parts.clocks.now().toJSDate() },
    },
    orderBy: [{ notBefore: "asc" }, { id: "asc" }],
    take: 4 * ASKED_AT_ONCE,
    select: { personId: true },
  });
  return next.flatMap(({ personId }) => personId ?? []);
}

function isKnown(delivery: Delivery, personId: string): boolean {
  const known = delivery.quiet.known.get(personId);
  const age = known === undefined ? Number.POSITIVE_INFINITY : nowMs(delivery) - known.askedMs;
  return age >= 0 && age < BELIEVED_MS;
}

function nowMs(delivery: Delivery): number {
  return delivery.parts.clocks.machineNow().getTime();
}
