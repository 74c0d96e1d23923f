/** When a digest comes by itself, and which days it is about. */
import { addWorkingDays, type BusinessCalendar } from "../calendar/business-calendar.ts";
import { addDays, addMonths, dateOf, partsOf, weekdayOf } from "../dates.ts";
import type { DigestRhythm, IsoDate } from "../vocabulary.ts";
import type { Period } from "./period.ts";

/**
 * What a digest that is told today is about: the days since the last working day, the week before (Monday to Sunday), or the month
 * before. A digest is told once for each of these, on whichever working day of the reader it can be told first.
 */
export function toldPeriod(rhythm: DigestRhythm, today: IsoDate, calendar: BusinessCalendar): Period {
  if (rhythm === "day") {
    return { from: addWorkingDays(calendar, today, -1).date, to: addDays(today, -1) };
  }
  if (rhythm === "week") {
    const monday = addDays(today, 1 - weekdayOf(today));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  }
  const { year, month } = partsOf(today);
  const first = dateOf({ year, month, day: 1 });
  return { from: addMonths(first, -1), to: addDays(first, -1) };
}
