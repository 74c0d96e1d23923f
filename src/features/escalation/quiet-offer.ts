/** How long a signal's ladder may be made to stand still now, by the policy of its level, and whether it does. */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { endsToChoose, latestEnd } from "../../domain/escalation/index.ts";
import type { Context } from "../../platform/context.ts";
import { nextStepAt } from "./plan-rungs.ts";
import { findLadderSignals, type LadderSignal, onLadder } from "./standing.ts";

export type RunningQuiet = LadderSignal["snoozes"][number];

export interface QuietOffer {
  /** Until when at the latest. */
  readonly latest: Date;
  /** Ends that a person can choose, soonest first. */
  readonly ends: readonly Date[];
  /** How often the policy lets it at this level, and how often it is left. */
  readonly times: number;
  readonly left: number;
  readonly running: RunningQuiet | undefined;
  /** There is something that would be told. */
  readonly isAwaited: boolean;
}

/** Nothing where the policy lets no signal of this level be quiet, and for a restricted one, which has no ladder. */
export async function quietOffer(ctx: Context, signalId: string): Promise<QuietOffer | undefined> {
  const [row] = await findLadderSignals(ctx, { id: signalId }, 1);
  const signal = row && onLadder(ctx, row);
  const most = signal?.clock.snooze?.most;
  if (signal === undefined || row === undefined || most === undefined) {
    return undefined;
  }
  const { time, timeZone } = signal;
  const now = localMinuteOf(ctx.now, timeZone);
  const times = signal.clock.snooze?.times ?? 0;
  const ofLevel = row.snoozes.filter(({ fromAt }) => fromAt >= row.levelSince);
  return {
    latest: momentOf(latestEnd(time, now, most), timeZone, ctx.now).toJSDate(),
    ends: endsToChoose(time, now, most).map((end) => momentOf(end, timeZone, ctx.now).toJSDate()),
    times,
    left: Math.max(0, times - ofLevel.length),
    running: ofLevel.find(({ endedAt, untilAt }) => endedAt === null && untilAt > ctx.now.toJSDate()),
    isAwaited: nextStepAt(ctx, signal) !== null,
  };
}
