/** Which rungs of one signal are owed now and not told yet, and when it must be looked at again. */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { addDays } from "../../domain/dates.ts";
import { isLater, type Step, stepsUntil } from "../../domain/escalation/index.ts";
import type { Context } from "../../platform/context.ts";
import type { OnLadder } from "./standing.ts";

/** Longest wait between two rungs of any level's clock that the policy could mean; beyond it nothing is foreseen. */
const HORIZON_DAYS = 120;

export interface Owed {
  /** The last step of every rung that has been reached. */
  readonly reached: readonly Step[];
  readonly steps: readonly Step[];
  /** The next step after now. */
  readonly next: Date | null;
}

export interface ToldRung {
  readonly awaits: string;
  readonly rung: number;
  readonly repeat: number;
}

/** Of repeats that were missed only the last is owed: nobody is told five times in one minute. */
export function owedNow(ctx: Context, signal: OnLadder, told: readonly ToldRung[]): Owed {
  const now = localMinuteOf(ctx.now, signal.timeZone);
  const due = stepsUntil(signal.standing, signal.clock, signal.time, now);
  const last = new Map<string, Step>();
  for (const step of due) last.set(`${step.awaits}/${step.rung}`, step);
  const isTold = (step: Step) =>
    told.some(({ awaits, rung, repeat }) => awaits === step.awaits && rung === step.rung && repeat >= step.repeat);
  const reached = [...last.values()];
  return { reached, steps: reached.filter((step) => !isTold(step)), next: nextStepAt(ctx, signal) };
}

/** Nothing where nothing is foreseen. */
export function nextStepAt(ctx: Context, { standing, clock, time, timeZone }: OnLadder): Date | null {
  const now = localMinuteOf(ctx.now, timeZone);
  const horizon = { date: addDays(now.date, HORIZON_DAYS), minute: 0 };
  const next = stepsUntil(standing, clock, time, horizon).find(({ at }) => isLater(at, now));
  return next === undefined ? null : momentOf(next.at, timeZone, ctx.now).toJSDate();
}
