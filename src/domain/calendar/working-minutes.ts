/** Clocks that run only while people are at work: a date, and minutes after midnight in the level's own time zone. */
import { addDays, yearOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import { type BusinessCalendar, isOfficial, isWorkingDay } from "./business-calendar.ts";

export interface LocalMinute {
  readonly date: IsoDate;
  /** 0 to 1439. */
  readonly minute: number;
}

export interface Hours {
  /** Minutes after midnight; the clock runs from `start` to `end`. */
  readonly start: number;
  readonly end: number;
  /** Rest days too: red runs in the waking hours of every calendar day. */
  readonly everyDay?: boolean;
}

/**
 * The moment at which a clock started at `from` has run `minutes` (0 or more). Outside its hours it waits for the next
 * start; a clock that is used up at closing time ends then, not the next morning. Throws RangeError for empty hours.
 */
export function addWorkingMinutes(
  calendar: BusinessCalendar,
  from: LocalMinute,
  minutes: number,
  hours: Hours,
): LocalMinute & { readonly provisional: boolean } {
  if (hours.end <= hours.start) throw new RangeError("hours must end after they start");
  let { date, minute } = from;
  let left = minutes;
  let provisional = false;
  for (;;) {
    provisional ||= hours.everyDay !== true && !isOfficial(calendar, yearOf(date));
    const begin = Math.max(minute, hours.start);
    const runs = begin < hours.end && (hours.everyDay === true || isWorkingDay(calendar, date));
    if (runs && left <= hours.end - begin) return { date, minute: begin + left, provisional };
    if (runs) left -= hours.end - begin;
    date = addDays(date, 1);
    minute = 0;
  }
}
