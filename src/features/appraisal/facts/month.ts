/** The month of one person or unit: its days where they are, and up to which it can be counted. */

import { monthOfScore } from "../../../domain/appraisal/period.ts";
import type { BusinessCalendar } from "../../../domain/calendar/business-calendar.ts";
import { addDays, earliestOf, isoDate, latestOf } from "../../../domain/dates.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import { localDate, momentAt, momentFromDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { calendarOf } from "../../ladder/index.ts";

export interface Month {
  /** `YYYY-MM` */
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The last day that has begun; of a month that is over its last. Before `from` where it has not begun. */
  readonly until: IsoDate;
  readonly isOver: boolean;
  /** The same on the wall of the unit, as moments; the end is the first one after it. */
  readonly begins: Date;
  readonly ends: Date;
  readonly timeZone: string;
  readonly calendar: BusinessCalendar;
}

export function monthIn(ctx: Context, name: string, unit: { timeZone: string; calendarId: string }): Month {
  const { from, to } = monthOfScore(name);
  const today = localDate(ctx.now, unit.timeZone);
  return {
    name,
    from,
    to,
    until: earliestOf(today, to),
    isOver: today > to,
    begins: momentAt(from, "00:00", unit.timeZone).toJSDate(),
    ends: momentAt(addDays(to, 1), "00:00", unit.timeZone).toJSDate(),
    timeZone: unit.timeZone,
    calendar: calendarOf(ctx, unit.calendarId),
  };
}

export const isIn = ({ from, until }: Month, day: string): boolean => day >= from && day <= until;

export const dayOf = ({ timeZone }: Month, moment: Date): IsoDate => localDate(momentFromDate(moment), timeZone);

/** The end of a day on the wall. */
export const endOf = ({ timeZone }: Month, day: string): Date =>
  momentAt(addDays(isoDate(day), 1), "00:00", timeZone).toJSDate();

/**
 * How something that was due on a day of the month counts: done by then, or not. Nothing where it was due in another month, or where
 * it still can be done in time. `on`: the day from which it counts.
 */
export function countedBy(
  ctx: Context,
  month: Month,
  due: IsoDate,
  doneOn: IsoDate | undefined,
): { readonly on: IsoDate; readonly done: 0 | 1 } | undefined {
  if (due < month.from || due > month.to) return undefined;
  if (doneOn !== undefined && doneOn <= due) return { on: latestOf(doneOn, month.from), done: 1 };
  return due < dayOf(month, ctx.now.toJSDate()) ? { on: due, done: 0 } : undefined;
}
