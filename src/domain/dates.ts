/**
 * Calendar dates without a clock or a zone: `YYYY-MM-DD` strings, counted as days since 1970-01-01 in the proleptic
 * Gregorian calendar (years 0001 to 9999). Strings of this shape sort as dates do.
 */
import type { IsoDate } from "./vocabulary.ts";

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A part of a month is a number of days: half a month is 15, a quarter is 7 (a fortnight and a week in the handbook). */
const PART_OF_MONTH_DAYS: Readonly<Record<number, number>> = { 0: 0, 0.25: 7, 0.5: 15 };

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** True for a text that names a day that exists. */
export function isIsoDate(text: string): text is IsoDate {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Takes a text for a date. Throws RangeError where no such day exists. */
export function isoDate(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new RangeError(`${JSON.stringify(text)} is not a date of the form YYYY-MM-DD`);
}

export function dateOf(parts: DateParts): IsoDate {
  return isoDate(textOf(parts));
}

function textOf({ year, month, day }: DateParts): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

export function partsOf(date: IsoDate): DateParts {
  return { year: yearOf(date), month: monthOf(date), day: Number(date.slice(8, 10)) };
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}

/** ISO weekday: Monday is 1, Sunday is 7. */
export function weekdayOf(date: IsoDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** `days` may be negative. Throws RangeError outside the years 0001 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/**
 * Whole months keep the day and stop at a shorter month's end (31 January + 1 = end of February). A part follows as
 * days: 0.5 is 15, 0.25 is 7. Never earlier for a later date. Throws RangeError for any other part.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const whole = Math.trunc(months);
  const partDays = PART_OF_MONTH_DAYS[Math.abs(months - whole)];
  if (partDays === undefined) throw new RangeError(`${months} months: only whole, half and quarter months are dates`);
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + whole;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  const moved = dateOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
  return addDays(moved, months < 0 ? -partDays : partDays);
}

/** Whole months from one day to a later one, as `addMonths` counts them; 0 where it is not later. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [begun, ended] = [partsOf(from), partsOf(to)];
  const months = (ended.year - begun.year) * 12 + ended.month - begun.month;
  if (months <= 0) return 0;
  return compareDates(addMonths(from, months), to) > 0 ? months - 1 : months;
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Below 0 where `a` is earlier, 0 for the same day, above 0 where it is later. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function earliestOf(first: IsoDate, ...others: readonly IsoDate[]): IsoDate {
  return others.reduce((earliest, date) => (compareDates(date, earliest) < 0 ? date : earliest), first);
}

export function latestOf(first: IsoDate, ...others: readonly IsoDate[]): IsoDate {
  return others.reduce((latest, date) => (compareDates(date, latest) > 0 ? date : latest), first);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Counted in years that begin in March, so that the leap day is a year's last. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const century = Math.floor(marchYear / 100);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * marchYear + Math.floor(marchYear / 4) - century + Math.floor(century / 4) + dayOfYear - 719_468;
}

function dateOfDayNumber(number: number): IsoDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const text = textOf({ year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 });
  // Counted from a day's number, only the year can be out of reach: calendars walk day by day, and reading each again costs most of it.
  return year >= 1 && year <= 9_999 ? (text as IsoDate) : isoDate(text);
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
