/** How a signal's clock runs: red in waking hours of every calendar day, the others in working time (handbook 2.5). Pure. */
import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import { addWorkingMinutes, type Hours, type LocalMinute } from "../calendar/working-minutes.ts";
import { addDays, addMonths } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

/** A length of time as the policy's `length` says it: exactly one unit. */
export interface Length {
  readonly working_hours?: number | undefined;
  readonly working_days?: number | undefined;
  readonly hours?: number | undefined;
  readonly days?: number | undefined;
  readonly weeks?: number | undefined;
  readonly months?: number | undefined;
}

/** The calendar of the unit, and the hours of the level. */
export interface LevelTime {
  readonly calendar: BusinessCalendar;
  readonly hours: Hours;
}

/**
 * The moment at which `length` has run out. Hours and working days run in the level's hours, a day being as long as these are;
 * days, weeks and months go by the wall calendar, and what ends outside the level's hours ends when they next begin.
 */
export function timeAfter({ calendar, hours }: LevelTime, from: LocalMinute, length: Length | undefined): LocalMinute {
  const perDay = hours.end - hours.start;
  const running = ((length?.working_hours ?? 0) + (length?.hours ?? 0)) * 60 + (length?.working_days ?? 0) * perDay;
  const { date, minute } = addWorkingMinutes(calendar, { ...from, date: onWall(from.date, length) }, running, hours);
  return { date, minute };
}

function onWall(date: IsoDate, length: Length | undefined): IsoDate {
  return addMonths(addDays(date, (length?.days ?? 0) + 7 * (length?.weeks ?? 0)), length?.months ?? 0);
}

/** Below 0 where `a` is earlier, 0 for the same minute. */
export function compareMinutes(a: LocalMinute, b: LocalMinute): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.minute - b.minute;
}

export function isBefore(a: LocalMinute, b: LocalMinute): boolean {
  return compareMinutes(a, b) < 0;
}

export function isLater(a: LocalMinute, b: LocalMinute): boolean {
  return compareMinutes(a, b) > 0;
}

export function laterOf(a: LocalMinute, b: LocalMinute | undefined): LocalMinute {
  return b !== undefined && compareMinutes(b, a) > 0 ? b : a;
}
