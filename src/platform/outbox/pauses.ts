/**
 * Until when nothing is sent to a conversation, or to anybody, because Slack asked to wait or does not accept the token. Kept
 * in the database: one process is refused, all wait.
 */
import { isWorkspaceWide } from "../../domain/send-pace.ts";
import type { Delivery } from "./delivery.ts";
import { classify } from "./failure-class.ts";
import { readFailure } from "./slack-failure.ts";

const ALL = "all";
const GUESS = "several_conversations";
/** How often a token that was not accepted is tried again. */
const ASK_AGAIN_MS = 30_000;
/** Several conversations were told to wait: the others are tried again after this at the latest. */
const LONGEST_GUESS_MS = 60_000;
/** A pause that began later than now is from before the clock was set back. */
const CLOCK_SLACK_MS = 60_000;

export type Gate =
  /** Slack does not accept the token: nothing is sent. */
  | { readonly kind: "stopped" }
  /** The whole workspace waits; an urgent message may try. */
  | { readonly kind: "urgent_only"; readonly except: readonly string[]; readonly leftMs: number }
  /** `except`: persons whose conversation waits. */
  | { readonly kind: "open"; readonly except: readonly string[] };

type Pause = NonNullable<Awaited<ReturnType<Delivery["parts"]["database"]["db"]["deliveryPause"]["findFirst"]>>>;

/** What may be sent now. Where a stop has lasted long enough, Slack is asked whether it accepts the token again. */
export async function gateOf(delivery: Delivery): Promise<Gate> {
  const pauses = await standing(delivery);
  const all = pauses.find(({ bucket }) => bucket === ALL);
  if (all?.kind === "stopped" && !(await acceptedAgain(delivery, all))) {
    return { kind: "stopped" };
  }
  const except = await personsOf(
    delivery,
    pauses.map(({ bucket }) => bucket).filter((bucket) => bucket !== ALL),
  );
  return all?.kind === "limited"
    ? { kind: "urgent_only", except, leftMs: all.until.getTime() - nowMs(delivery) }
    : { kind: "open", except };
}

/** Whether Slack is left alone altogether, looked at without asking it. */
export async function isStopped(delivery: Delivery): Promise<boolean> {
  const all = await delivery.parts.database.db.deliveryPause.findUnique({ where: { bucket: ALL } });
  return all?.kind === "stopped";
}

/** Slack asked to leave one conversation alone; several at once, and it is the workspace. */
export async function pauseChannel(delivery: Delivery, channelId: string, ms: number): Promise<void> {
  await pause(delivery, channelId, "limited", ms, "ratelimited");
  const limited = (await standing(delivery)).filter(({ bucket }) => bucket !== ALL);
  const at = nowMs(delivery);
  if (
    isWorkspaceWide(
      limited.map(({ since }) => ({ sinceMs: since.getTime() })),
      at,
    )
  ) {
    const longest = Math.max(...limited.map(({ until }) => until.getTime() - at));
    await pauseAll(delivery, Math.min(longest, LONGEST_GUESS_MS), GUESS);
  }
}

export async function pauseAll(delivery: Delivery, ms: number, why: string): Promise<void> {
  if (await isStopped(delivery)) {
    return;
  }
  await pause(delivery, ALL, "limited", ms, why);
  delivery.parts.log.warn({ why, ms }, "Slack asked the whole app to wait; only urgent messages are tried");
}

/** An answer while the workspace was thought to be limited: it is not. What Slack itself said of the app stands. */
export async function liftGuess(delivery: Delivery): Promise<void> {
  const { db } = delivery.parts.database;
  const guess = { bucket: ALL, kind: "limited", why: GUESS };
  if ((await db.deliveryPause.findUnique({ where: { bucket: ALL } })) !== null) {
    await db.deliveryPause.deleteMany({ where: guess });
  }
}

/** Nothing can be sent until Slack accepts the token again. */
export async function stopAll(delivery: Delivery, why: string): Promise<void> {
  await pause(delivery, ALL, "stopped", ASK_AGAIN_MS, why);
  delivery.parts.log.error({ why }, "Slack does not accept the token; nothing is sent");
}

async function pause(
  delivery: Delivery,
  bucket: string,
  kind: "limited" | "stopped",
  ms: number,
  why: string,
): Promise<void> {
  const { db } = delivery.parts.database;
  const since = delivery.parts.clocks.machineNow();
  const until = new Date(since.getTime() + ms);
  const known = await db.deliveryPause.findUnique({ where: { bucket } });
  // What was stopped longer ago stays stopped since then; a longer wait is not made shorter.
  const sameKind = known?.kind === kind && known.until > since;
  const kept = sameKind && known.until > until ? known.until : until;
  const first = sameKind || (kind === "stopped" && known?.kind === "stopped") ? known.since : since;
  const row = { kind, why, until: kept, since: first };
  await db.deliveryPause.upsert({ where: { bucket }, create: { bucket, ...row }, update: row });
}

/** What still stands; what has passed is forgotten. A stop stays until Slack was asked. */
async function standing(delivery: Delivery): Promise<Pause[]> {
  const { db } = delivery.parts.database;
  const all = await db.deliveryPause.findMany();
  const now = nowMs(delivery);
  const passed = all.filter(
    ({ kind, until, since }) =>
      kind === "limited" && (until.getTime() <= now || since.getTime() > now + CLOCK_SLACK_MS),
  );
  if (passed.length > 0) {
    const same = passed.map(({ bucket, until }) => ({ bucket, until }));
    await db.deliveryPause.deleteMany({ where: { OR: same } });
  }
  return all.filter((one) => !passed.includes(one));
}

/** One process asks at a time; the others see a stop that was just put off. */
async function acceptedAgain(delivery: Delivery, stop: Pause): Promise<boolean> {
  const { db } = delivery.parts.database;
  const now = nowMs(delivery);
  if (stop.until.getTime() > now && stop.until.getTime() <= now + ASK_AGAIN_MS) {
    return false;
  }
  const mine = { bucket: ALL, kind: "stopped", until: stop.until };
  const { count } = await db.deliveryPause.updateMany({
    where: mine,
    data: { until: new Date(now + ASK_AGAIN_MS) },
  });
  if (count === 0) {
    return false;
  }
  try {
    await delivery.client.auth.test();
  } catch (error) {
    const failure = classify(readFailure(error));
    delivery.parts.log.warn({ why: "why" in failure ? failure.why : failure.kind }, "Slack still cannot be used");
    return false;
  }
  await db.deliveryPause.deleteMany({ where: { bucket: ALL, kind: "stopped" } });
  delivery.parts.log.warn({ since: stop.since }, "Slack accepts the token again; messages go on");
  return true;
}

async function personsOf(delivery: Delivery, channelIds: readonly string[]): Promise<string[]> {
  if (channelIds.length === 0) {
    return [];
  }
  const accounts = await delivery.parts.database.db.slackAccount.findMany({
    where: { channelId: { in: [...channelIds] }, endedAt: null },
    select: { personId: true },
  });
  return accounts.map(({ personId }) => personId);
}

function nowMs(delivery: Delivery): number {
  return delivery.parts.clocks.machineNow().getTime();
}
