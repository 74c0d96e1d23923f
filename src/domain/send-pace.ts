/**
 * How fast Slack may be spoken to, and when a refusal is more than one conversation's (docs.slack.dev, "Rate limits": about one
 * message a second and conversation, several hundred a minute and workspace; other methods by their tier). All moments are
 * milliseconds of the machine's clock.
 */

export interface Pace {
  /** Calls in any 60 seconds. */
  readonly perMinute: number;
  /** What was left unused in so many milliseconds may be used at once. */
  readonly savedUpMs: number;
}

export interface SendLimits extends Omit<Pace, "savedUpMs"> {
  /** Between two messages of one conversation. */
  readonly perChannelMs: number;
}

export const SLACK_LIMITS: SendLimits = { perChannelMs: 1_000, perMinute: 300 };

/** As fast as it goes: for replays and for tests of something else. */
export const NO_LIMITS: SendLimits = { perChannelMs: 0, perMinute: Number.POSITIVE_INFINITY };

const MINUTE_MS = 60_000;
/** What was left unused in the last second may be used now: the tick that asks comes once a second. */
const SAVED_UP_MS = 1_000;
/** Edits and look-ups come in bunches: a decision changes some messages, a morning many. */
const BUNCH_MS = 30_000;

/** Calls beside posting, by Slack's tier of the method (3: 50 a minute, 2: 20). */
export const METHOD_PACES = {
  "chat.update": { perMinute: 50, savedUpMs: BUNCH_MS },
  "conversations.history": { perMinute: 50, savedUpMs: BUNCH_MS },
  "conversations.open": { perMinute: 50, savedUpMs: BUNCH_MS },
  "dnd.teamInfo": { perMinute: 20, savedUpMs: BUNCH_MS },
} as const satisfies Readonly<Record<string, Pace>>;
export type PacedMethod = keyof typeof METHOD_PACES;

type Limits = Pick<Pace, "perMinute"> & Partial<Pick<Pace, "savedUpMs">>;

/** So long that, with what is saved up, no 60 seconds hold more than `perMinute`. */
function betweenMs({ perMinute, savedUpMs = SAVED_UP_MS }: Limits): number {
  return (MINUTE_MS + savedUpMs) / (perMinute - 1);
}

/** How many calls may be made now. A `nextAtMs` that none explains is from a clock that was set back, and does not count. */
export function slotsOpen(nextAtMs: number, nowMs: number, limits: Limits): number {
  const between = betweenMs(limits);
  if (between === 0) {
    return Number.POSITIVE_INFINITY;
  }
  const { savedUpMs = SAVED_UP_MS } = limits;
  const next = Math.max(believed(nextAtMs, nowMs, savedUpMs + between), nowMs);
  return Math.max(0, Math.floor((nowMs + savedUpMs - next) / between) + 1);
}

/** Milliseconds until a call may be made; 0 where it may be made now. */
export function untilSlotMs(nextAtMs: number, nowMs: number, limits: Limits): number {
  const { savedUpMs = SAVED_UP_MS } = limits;
  return slotsOpen(nextAtMs, nowMs, limits) > 0 ? 0 : Math.max(1, Math.ceil(nextAtMs - savedUpMs - nowMs));
}

/** The `nextAtMs` after so many were made. */
export function afterSending(nextAtMs: number, nowMs: number, sent: number, limits: Limits): number {
  const between = betweenMs(limits);
  const { savedUpMs = SAVED_UP_MS } = limits;
  return Math.max(believed(nextAtMs, nowMs, savedUpMs + between), nowMs) + sent * between;
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
