/**
 * What happens next to a signal unless somebody answers: the same steps that the sweep will say, with who will hold the roles then, as
 * far as absences, turns on duty, new posts and leavers are entered today.
 */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { addDays } from "../../domain/dates.ts";
import { type AwaitedAnswer, isLater, rolesOfClock, seatedAt, stepsUntil } from "../../domain/escalation/index.ts";
import type { Moment, Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { TurningPoints } from "../people/index.ts";
import { holdersFor } from "./holders.ts";
import { findLadderSignals, type OnLadder, onLadder } from "./standing.ts";

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
export async function foreseen(ctx: Context, signalId: string, days: number, most = Infinity): Promise<Foreseen[]> {
  const found: Foreseen[] = [];
  for await (const step of foreseeing(ctx, signalId, days)) {
    if (found.push(step) >= most) break;
  }
  return found;
}

/** The same one after the other: whoever has read enough asks no further. */
export async function* foreseeing(ctx: Context, signalId: string, days: number): AsyncGenerator<Foreseen> {
  const [row] = await findLadderSignals(ctx, { id: signalId }, 1);
  if (row === undefined) return;
  const signal = onLadder(ctx, row);
  const { standing, clock, time, timeZone } = signal;
  const now = localMinuteOf(ctx.now, timeZone);
  const until = { date: addDays(now.date, days), minute: 1439 };
  const seats = await seatsAhead(ctx, signal, momentOf(until, timeZone, ctx.now));
  for (const step of stepsUntil(standing, clock, time, until).filter(({ at }) => isLater(at, now))) {
    const at = momentOf(step.at, timeZone, ctx.now);
    const { personIds, vacant } = seatedAt(step, clock, await seats(at));
    const { awaits, role, repeat } = step;
    yield { at: at.toJSDate(), awaits, role, repeat, personIds, vacant };
  }
}

/** Who holds the roles at a moment to come; asked anew only where somebody comes or goes in between. */
async function seatsAhead(ctx: Context, signal: OnLadder, until: Moment) {
  const roles = rolesOfClock(signal.clock);
  const points = await TurningPoints.between(ctx.db, ctx.now, until);
  let known = { at: ctx.now, holders: await holdersFor(ctx, signal, roles) };
  return async (at: Moment) => {
    if (!points.none(known.at, at)) known = { at, holders: await holdersFor({ ...ctx, now: at }, signal, roles) };
    return known.holders;
  };
}
