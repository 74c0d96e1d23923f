/**
 * Which days are worked. A calendar is plain data; where a year has no official announcement yet, only the weekly rest
 * days are known, and every answer that touched such a year says `provisional`.
 */
import { addDays, compareDates, weekdayOf, yearOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

export interface BusinessCalendar {
  readonly id: string;
  /** IANA name; a unit may have another. */
  readonly timeZone: string;
  /** ISO weekdays, Monday is 1. Never all seven. */
  readonly restWeekdays: ReadonlySet<number>;
  readonly holidays: ReadonlySet<string>;
  /** Rest days that are worked to make up for a long holiday. */
  readonly makeUpWorkdays: ReadonlySet<string>;
  /** Years whose holidays were officially announced. */
  readonly officialYears: ReadonlySet<number>;
}

export interface DatedAnswer {
  readonly date: IsoDate;
  /** A year without official holidays was looked at: the date may move when they are announced. */
  readonly provisional: boolean;
}

export function isWorkingDay(calendar: BusinessCalendar, date: IsoDate): boolean {
  if (calendar.makeUpWorkdays.has(date)) return true;
  return !calendar.holidays.has(date) && !calendar.restWeekdays.has(weekdayOf(date));
}

export function isOfficial(calendar: BusinessCalendar, year: number): boolean {
  return calendar.officialYears.has(year);
}

/**
 * The n-th working day after `from` (before it, where n is negative). Zero is `from`, or the next working day where it
 * is a rest day.
 */
export function addWorkingDays(calendar: BusinessCalendar, from: IsoDate, count: number): DatedAnswer {
  if (count === 0) return rollForward(calendar, from);
  const step = count > 0 ? 1 : -1;
  let [date, left, provisional] = [from, Math.abs(count), false];
  while (left > 0) {
    date = addDays(date, step);
    provisional ||= !isOfficial(calendar, yearOf(date));
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return { date, provisional };
}

/** Working days after `from` up to and with `to`: with a due date and today, the working days overdue. Never negative. */
export function workingDaysBetween(calendar: BusinessCalendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let date = addDays(from, 1); compareDates(date, to) <= 0; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** The day itself, or the working day before: where a maximum interval ends. */
export function rollBack(calendar: BusinessCalendar, date: IsoDate): DatedAnswer {
  return roll(calendar, date, -1);
}

/** The day itself, or the next working day: where a reaction clock ends. */
export function rollForward(calendar: BusinessCalendar, date: IsoDate): DatedAnswer {
  return roll(calendar, date, 1);
}

/**
 * The last working day of a maximum interval that began at `from` and ends at `end`. Where the whole interval is rest
 * days, the first working day after it: nobody is asked for a date that has passed.
 */
export function lastWorkingDayWithin(calendar: BusinessCalendar, from: IsoDate, end: IsoDate): DatedAnswer {
  const back = rollBack(calendar, end);
  return compareDates(back.date, from) > 0 ? back : rollForward(calendar, end);
}

function roll(calendar: BusinessCalendar, from: IsoDate, step: 1 | -1): DatedAnswer {
  let date = from;
  let provisional = !isOfficial(calendar, yearOf(date));
  while (!isWorkingDay(calendar, date)) {
    date = addDays(date, step);
    provisional ||= !isOfficial(calendar, yearOf(date));
  }
  return { date, provisional };
}
