/**
 * How fast Slack may be spoken to, and when a refusal is more than one conversation's (docs.slack.dev, "Rate limits": about one
 * message a second and conversation, several hundred a minute and workspace; other methods by their tier). All moments are
 * milliseconds of the machine's clock.
 */

/** What is called beside posting. */
export type PacedMethod =
  | "chat.update"
  | "conversations.history"
  | "conversations.open"
  | "dnd.teamInfo"
  | "views.publish";
type Tiers = Readonly<Record<PacedMethod, number>>;

export interface SendLimits {
  /** Between two messages of one conversation. */
  readonly perChannelMs: number;
  /** Messages in any 60 seconds. */
  readonly perMinute: number;
  /** Calls in any 60 seconds, by Slack's tier of the method (4: 100, 3: 50, 2: 20). All may come at once: edits come in bunches. */
  readonly methods: Tiers;
}

const NO_TIERS: Tiers = {
  "chat.update": Number.POSITIVE_INFINITY,
  "conversations.history": Number.POSITIVE_INFINITY,
  "conversations.open": Number.POSITIVE_INFINITY,
  "dnd.teamInfo": Number.POSITIVE_INFINITY,
  "views.publish": Number.POSITIVE_INFINITY,
};

export const SLACK_LIMITS: SendLimits = {
  perChannelMs: 1_000,
  perMinute: 300,
  methods: {
    "chat.update": 50,
    "conversations.history": 50,
    "conversations.open": 50,
    "dnd.teamInfo": 20,
    "views.publish": 100,
  },
};

/** The local workspace has no tiers, and whoever plays eight people there in turn decides faster than eight would. */
export const LOCAL_LIMITS: SendLimits = { ...SLACK_LIMITS, methods: NO_TIERS };

/** As fast as it goes: for replays and for tests of something else. */
export const NO_LIMITS: SendLimits = { perChannelMs: 0, perMinute: Number.POSITIVE_INFINITY, methods: NO_TIERS };

const MINUTE_MS = 60_000;
/** What was left unused in the last second may be used now: the tick that asks comes once a second. */
const SAVED_UP_MS = 1_000;
/** Of a minute's edits, as many are kept for those that a person waits for. */
export const KEPT_FOR_PEOPLE = 20;
/** Of a minute's views, as many are kept for Home tabs that somebody is just opening. */
export const KEPT_FOR_OPENING = 30;

type Limits = Pick<SendLimits, "perMinute">;

/** So long that, with what is saved up, no 60 seconds hold more than `perMinute`. */
function betweenMs({ perMinute }: Limits): number {
  return (MINUTE_MS + SAVED_UP_MS) / (perMinute - 1);
}

/** The turns of a method that were taken before: the moment from which each may be taken again. */
export type TakenTurns = ReadonlyMap<number, number>;
export type Turns = { readonly free: readonly number[]; readonly againAtMs: number } | { readonly waitMs: number };

/**
 * A turn may be taken again a minute after it was taken, so that no 60 seconds hold more than `perMinute`; `kept` of them are
 * left alone. Answers which may be taken now. A moment that only a clock set back explains does not count.
 */
export function turnsNow(taken: TakenTurns, nowMs: number, perMinute: number, kept = 0): Turns {
  const waits = Array.from({ length: perMinute }, (_, turn) => {
    const againAtMs = taken.get(turn) ?? nowMs;
    return againAtMs > nowMs + MINUTE_MS ? 0 : Math.max(0, againAtMs - nowMs);
  });
  const waitMs = [...waits].sort((one, other) => one - other)[kept] ?? MINUTE_MS;
  const free = waits.flatMap((wait, turn) => (wait === 0 ? [turn] : []));
  return waitMs > 0 ? { waitMs } : { free, againAtMs: nowMs + MINUTE_MS };
}

/** How many messages may be posted now. A `nextAtMs` that none explains is from a clock that was set back, and does not count. */
export function slotsOpen(nextAtMs: number, nowMs: number, limits: Limits): number {
  const between = betweenMs(limits);
  if (between === 0) {
    return Number.POSITIVE_INFINITY;
  }
  const next = Math.max(believed(nextAtMs, nowMs, SAVED_UP_MS + between), nowMs);
  return Math.max(0, Math.floor((nowMs + SAVED_UP_MS - next) / between) + 1);
}

/** The `nextAtMs` after so many were made. */
export function afterSending(nextAtMs: number, nowMs: number, sent: number, limits: Limits): number {
  const between = betweenMs(limits);
  return Math.max(believed(nextAtMs, nowMs, SAVED_UP_MS + between), nowMs) + sent * between;
}

function believed(nextAtMs: number, nowMs: number, mostMs: number): number {
  return nextAtMs > nowMs + mostMs ? nowMs : nextAtMs;
}

/** A conversation that Slack asked to leave alone, and when it did. */
export interface LimitedChannel {
  readonly sinceMs: number;
}

const AT_ONCE_MS = 10_000;
const SEVERAL = 3;

/** Several conversations refused within ten seconds: it is the workspace that is told to wait. */
export function isWorkspaceWide(limited: readonly LimitedChannel[], nowMs: number): boolean {
  return limited.filter(({ sinceMs }) => nowMs - sinceMs <= AT_ONCE_MS).length >= SEVERAL;
}
