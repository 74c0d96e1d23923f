/**
 * Which days a digest that comes by itself must be about (handbook 2.3, digests). Written a second time on purpose: a working day's is
 * about the days since the working day before, a week's about the last whole week, a month's about the last whole month.
 */
import { type BusinessCalendar, isWorkingDay } from "../calendar/business-calendar.ts";
import { addDays, dateOf, partsOf, weekdayOf } from "../dates.ts";
import type { DigestRhythm, IsoDate } from "../vocabulary.ts";

const MONDAY = 1;

/** Both days count. */
export interface DigestDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function digestDays(rhythm: DigestRhythm, calendar: BusinessCalendar, today: IsoDate): DigestDays {
  const yesterday = addDays(today, -1);
  if (rhythm === "day") return { from: back(yesterday, (date) => isWorkingDay(calendar, date)), to: yesterday };
  if (rhythm === "week") {
    const to = addDays(
      back(today, (date) => weekdayOf(date) === MONDAY),
      -1,
    );
    return { from: addDays(to, -6), to };
  }
  const to = addDays(dateOf({ ...partsOf(today), day: 1 }), -1);
  return { from: dateOf({ ...partsOf(to), day: 1 }), to };
}

/** The last such day up to and with `date`. */
function back(date: IsoDate, isSuch: (date: IsoDate) => boolean): IsoDate {
  return isSuch(date) ? date : back(addDays(date, -1), isSuch);
}
