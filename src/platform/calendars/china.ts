/** China's working days, from the maintained package: holidays and make-up working days as the State Council announced. */
import announced from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { z } from "zod";
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";

const announcedSchema = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

/** National Day stands in every year's announcement, which covers the whole year; New Year's Day alone may come early. */
const WHOLE_YEAR_SIGN = "-10-01";

/**
 * The calendar `cn`. Years with an official announcement in the package are official (2004 to 2026 with version 1.5.7);
 * before and after, only Saturdays and Sundays rest and every answer is provisional: no law's fixed days are guessed.
 */
export function chinaCalendar(): BusinessCalendar {
  const { holidays, workdays } = announcedSchema.parse(announced);
  const days = Object.keys(holidays);
  return {
    id: "cn",
    timeZone: "Asia/Shanghai",
    restWeekdays: new Set([6, 7]),
    holidays: new Set(days),
    makeUpWorkdays: new Set(Object.keys(workdays)),
    officialYears: new Set(days.filter((day) => day.endsWith(WHOLE_YEAR_SIGN)).map((day) => Number(day.slice(0, 4)))),
  };
}
