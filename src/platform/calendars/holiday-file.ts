/**
 * A holiday file: the rest days of one country or unit, as dates, as yearly rules, or both. Only the years that it names
 * are official; beyond them its calendar knows weekends alone and says `provisional`.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { breaks } from "../../domain/broken-rule.ts";
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { daysInMonth, isIsoDate } from "../../domain/dates.ts";
import { type FileProblem, isProblems, readYaml } from "../yaml-file.ts";
import { type HolidayRule, holidaysOfRules } from "./holiday-rules.ts";

const date = z.string().refine(isIsoDate, breaks("not_a_date"));
const MOST_YEARS = 200;
const year = z.int().min(1).max(9999);
const day = z.strictObject({ date, name: z.string().min(1) });
const span = { name: z.string().min(1), since: year.optional(), until: year.optional() };

const ruleSchema = z.union([
  z
    .strictObject({ ...span, month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
    .refine((rule) => rule.day <= daysInMonth(2024, rule.month), breaks("day_not_in_month")),
  z.strictObject({
    ...span,
    month: z.int().min(1).max(12),
    weekday: z.int().min(1).max(7),
    nth: z.union([z.int().min(1).max(4), z.literal("last")]),
  }),
]);

const holidayFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, breaks("not_an_id")),
  time_zone: z.string().refine(isTimeZone, breaks("not_a_time_zone")),
  /** ISO weekdays: Monday is 1. */
  rest_weekdays: z.array(z.int().min(1).max(7)).max(6),
  official_years: z
    .strictObject({ from: year, to: year })
    .refine(({ from, to }) => from <= to, breaks("years_reversed"))
    .refine(({ from, to }) => to - from <= MOST_YEARS, breaks("years_too_many", { most: String(MOST_YEARS) })),
  /** Where a rule's day falls on a weekend: the Friday before, the Monday after. */
  weekend_days_observed: z
    .strictObject({ saturday: z.enum(["friday", "none"]), sunday: z.enum(["monday", "none"]) })
    .optional(),
  rules: z.array(ruleSchema).default([]),
  holidays: z.array(day).default([]),
  make_up_workdays: z.array(day).default([]),
});
type HolidayFile = z.infer<typeof holidayFileSchema>;

/** Reads one file; every problem at once, with its line. */
export function loadHolidayFile(path: string): BusinessCalendar | readonly FileProblem[] {
  const file = readYaml(readFileSync(path, "utf8"), path, holidayFileSchema);
  return isProblems(file) ? file : calendarOf(file.content);
}

function calendarOf(file: HolidayFile): BusinessCalendar {
  const { from, to } = file.official_years;
  const rules: readonly HolidayRule[] = file.rules;
  return {
    id: file.id,
    timeZone: file.time_zone,
    restWeekdays: new Set(file.rest_weekdays),
    holidays: new Set([
      ...holidaysOfRules(rules, file.official_years, file.weekend_days_observed),
      ...file.holidays.map((holiday) => holiday.date),
    ]),
    makeUpWorkdays: new Set(file.make_up_workdays.map((workday) => workday.date)),
    officialYears: new Set(Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
