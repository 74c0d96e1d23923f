/** Months and quarters as people type them: `2026-03`, `2026-Q1`, month, quarter. Pure. */
import { addDays, addMonths, dateOf, isoDate, partsOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

export interface ScoredPeriod {
  /** `2026-03` or `2026-Q1`. */
  readonly name: string;
  readonly from: IsoDate;
  /** Both days belong to it. */
  readonly to: IsoDate;
  /** One, or the three of a quarter, as `YYYY-MM`. */
  readonly months: readonly string[];
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-?[Qq]([1-4])$/;

/** Nothing where the text is neither. `last` is the month before this one. */
export function readScoredPeriod(text: string, today: IsoDate): ScoredPeriod | undefined {
  const { year, month } = partsOf(today);
  const first = dateOf({ year, month, day: 1 });
  if (text === "month") return spanOf(first, 1);
  if (text === "last") return spanOf(addMonths(first, -1), 1);
  if (text === "quarter") return spanOf(dateOf({ year, month: month - ((month - 1) % 3), day: 1 }), 3);
  if (MONTH.test(text)) return spanOf(isoDate(`${text}-01`), 1);
  const [, ofYear, number] = QUARTER.exec(text) ?? [];
  return ofYear === undefined
    ? undefined
    : spanOf(dateOf({ year: Number(ofYear), month: 3 * Number(number) - 2, day: 1 }), 3);
}

export const isQuarter = ({ months }: ScoredPeriod): boolean => months.length > 1;

export function monthOfScore(name: string): ScoredPeriod {
  return spanOf(isoDate(`${name}-01`), 1);
}

/** Nights at the beginning of a month in which older months are counted again. */
export const FIRST_NIGHTS = 3;
const CORRECTED_FOR_MONTHS = 3;

/** For how many months what is corrected changes the sheets of a month that is over. */
export function correctedFor(rules: { readonly corrected_for_months?: number | undefined }): number {
  return rules.corrected_for_months ?? CORRECTED_FOR_MONTHS;
}

/** The last day on which a correction counts into `YYYY-MM`; from the next on it is closed. */
export function openUntil(month: string, months: number): IsoDate {
  return addDays(addMonths(isoDate(`${month}-01`), months), FIRST_NIGHTS - 1);
}

function spanOf(from: IsoDate, count: number): ScoredPeriod {
  const months = Array.from({ length: count }, (_, at) => addMonths(from, at).slice(0, 7));
  const { year, month } = partsOf(from);
  const name = count === 1 ? (months[0] ?? "") : `${year}-Q${(month + 2) / 3}`;
  return { name, from, to: addDays(addMonths(from, count), -1), months };
}

/** A chart draws so many points at most. */
const MOST_DAYS = 16;

/** The days at whose ends a score is drawn: evenly spread, the last among them. */
export function daysDrawn(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const step = Math.max(1, Math.ceil(days.length / MOST_DAYS));
  return days.filter((_, at) => (days.length - 1 - at) % step === 0);
}
