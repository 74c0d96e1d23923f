/** What happens next to a signal unless somebody answers: the same steps that the sweep will say, with who holds the roles today. */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { addDays } from "../../domain/dates.ts";
import { type AwaitedAnswer, isLater, rolesOfClock, seatedAt, stepsUntil } from "../../domain/escalation/index.ts";
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { holdersFor } from "./holders.ts";
import { findLadderSignals, onLadder } from "./standing.ts";

export interface Foreseen {
  readonly at: Date;
  readonly awaits: AwaitedAnswer;
  readonly role: Role;
  /** 0: the first telling. */
  readonly repeat: number;
  readonly personIds: readonly string[];
  /** Posts that nobody holds, which it passes at once. */
  readonly vacant: readonly Role[];
}

/** In order, until and with the end of the day so many days from now. Nothing for a restricted signal. */
export async function foreseen(ctx: Context, signalId: string, days: number): Promise<Foreseen[]> {
  const [row] = await findLadderSignals(ctx, { id: signalId }, 1);
  if (row === undefined) return [];
  const signal = onLadder(ctx, row);
  const { standing, clock, time, timeZone } = signal;
  const now = localMinuteOf(ctx.now, timeZone);
  const until = { date: addDays(now.date, days), minute: 1439 };
  const holders = await holdersFor(ctx, signal, rolesOfClock(clock));
  return stepsUntil(standing, clock, time, until)
    .filter(({ at }) => isLater(at, now))
    .map((step) => {
      const { personIds, vacant } = seatedAt(step, clock, holders);
      const { awaits, role, repeat, at } = step;
      return { at: momentOf(at, timeZone, ctx.now).toJSDate(), awaits, role, repeat, personIds, vacant };
    });
}
