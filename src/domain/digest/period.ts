/** The days a digest is about. */
import { addDays, addMonths, compareDates, dateOf, isIsoDate, partsOf, weekdayOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

export interface Period {
  readonly from: IsoDate;
  /** Both days belong to it. */
  readonly to: IsoDate;
}

export const PERIOD_WORDS = ["today", "week", "month", "quarter"] as const;
type PeriodWord = (typeof PERIOD_WORDS)[number];

/**
 * The week begins on Monday; month and quarter are the calendar's. `FROM..TO` are two dates. Nothing where the text is no period,
 * or ends before it begins.
 */
export function readPeriod(text: string, today: IsoDate): Period | undefined {
  const word = PERIOD_WORDS.find((one) => one === text);
  if (word !== undefined) {
    return periodOf(word, today);
  }
  const [from = "", to = "", ...rest] = text.split("..");
  if (rest.length > 0 || !isIsoDate(from) || !isIsoDate(to) || compareDates(from, to) > 0) {
    return undefined;
  }
  return { from, to };
}

function periodOf(word: PeriodWord, today: IsoDate): Period {
  if (word === "today") {
    return { from: today, to: today };
  }
  if (word === "week") {
    const from = addDays(today, 1 - weekdayOf(today));
    return { from, to: addDays(from, 6) };
  }
  const { year, month } = partsOf(today);
  const months = word === "month" ? 1 : 3;
  const from = dateOf({ year, month: month - ((month - 1) % months), day: 1 });
  return { from, to: addDays(addMonths(from, months), -1) };
}
