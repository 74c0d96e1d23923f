/**
 * How fast Slack may be spoken to, and when a refusal is more than one conversation's (docs.slack.dev, "Rate limits": about one
 * message a second and conversation, several hundred a minute and workspace). All moments are milliseconds of the machine's clock.
 */

export interface SendLimits {
  /** Between two messages of one conversation. */
  readonly perChannelMs: number;
  /** Messages in any 60 seconds, over all conversations. */
  readonly perMinute: number;
}

export const SLACK_LIMITS: SendLimits = { perChannelMs: 1_000, perMinute: 300 };

/** As fast as it goes: for replays and for tests of something else. */
export const NO_LIMITS: SendLimits = { perChannelMs: 0, perMinute: Number.POSITIVE_INFINITY };

const MINUTE_MS = 60_000;
/** What was left unused in the last second may be used now: the tick that asks comes once a second. */
const SAVED_UP_MS = 1_000;

/** So long that, with what is saved up, no 60 seconds hold more than `perMinute`. */
function betweenMs({ perMinute }: SendLimits): number {
  return (MINUTE_MS + SAVED_UP_MS) / (perMinute - 1);
}

/** How many messages may leave now. A `nextAtMs` that no sending explains is from a clock that was set back, and does not count. */
export function slotsOpen(nextAtMs: number, nowMs: number, limits: SendLimits): number {
  const between = betweenMs(limits);
  if (between === 0) {
    return Number.POSITIVE_INFINITY;
  }
  const next = Math.max(believed(nextAtMs, nowMs, SAVED_UP_MS + between), nowMs);
  return Math.max(0, Math.floor((nowMs + SAVED_UP_MS - next) / between) + 1);
}

/** The `nextAtMs` after so many were sent. */
export function afterSending(nextAtMs: number, nowMs: number, sent: number, limits: SendLimits): number {
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
