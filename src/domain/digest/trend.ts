/** The steps of a trend: days, weeks or months of a period, as many as a chart takes. */
import { addDays, addMonths, compareDates, dateOf, partsOf, weekdayOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import type { Period } from "./period.ts";

/** Slack draws so many points at most. */
const MOST_STEPS = 20;
const MOST_DAYS = 14;

export interface Step {
  /** The first day, of a week its Monday, even where the period begins later. */
  readonly begins: IsoDate;
  /** The first day after it. */
  readonly before: IsoDate;
}

/** Days up to two weeks, weeks (from Monday) up to twenty, then months; of a longer period its last twenty months. */
export function stepsOf(period: Period): Step[] {
  const days = steps(period, period.from, (day) => addDays(day, 1), MOST_DAYS + 1);
  if (days.length <= MOST_DAYS) {
    return days;
  }
  const monday = addDays(period.from, 1 - weekdayOf(period.from));
  const weeks = steps(period, monday, (day) => addDays(day, 7), MOST_STEPS + 1);
  if (weeks.length <= MOST_STEPS) {
    return weeks;
  }
  const { year, month } = partsOf(period.from);
  const first = dateOf({ year, month, day: 1 });
  return steps(period, first, (day) => addMonths(day, 1), Number.POSITIVE_INFINITY).slice(-MOST_STEPS);
}

function steps({ to }: Period, first: IsoDate, next: (day: IsoDate) => IsoDate, most: number): Step[] {
  const found: Step[] = [];
  for (let begins = first; compareDates(begins, to) <= 0 && found.length < most; begins = next(begins)) {
    found.push({ begins, before: next(begins) });
  }
  return found;
}
