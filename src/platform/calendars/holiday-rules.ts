/** Holidays that a rule names for every year: a fixed day, or the n-th weekday of a month. */
import { addDays, dateOf, daysInMonth, weekdayOf, yearOf } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";

interface EveryYear {
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly month: number;
}
interface FixedDay extends EveryYear {
  readonly day: number;
}
interface NthWeekday extends EveryYear {
  readonly weekday: number;
  readonly nth: number | "last";
}
export type HolidayRule = FixedDay | NthWeekday;

interface Observance {
  readonly saturday: "friday" | "none";
  readonly sunday: "monday" | "none";
}

/** The dates off work in the years `from` to `to`. A New Year's Day on a Saturday is off in the year before. */
export function holidaysOfRules(
  rules: readonly HolidayRule[],
  years: { readonly from: number; readonly to: number },
  observance: Observance = { saturday: "none", sunday: "none" },
): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let year = years.from - 1; year <= years.to + 1; year += 1) {
    const inForce = rules.filter((rule) => (rule.since ?? 0) <= year && year <= (rule.until ?? 9999));
    dates.push(...inForce.flatMap((rule) => ruleDay(rule, year)).map((date) => observed(date, observance)));
  }
  return dates.filter((date) => yearOf(date) >= years.from && yearOf(date) <= years.to);
}

function ruleDay(rule: HolidayRule, year: number): IsoDate[] {
  const length = daysInMonth(year, rule.month);
  if ("day" in rule) return rule.day <= length ? [dateOf({ year, month: rule.month, day: rule.day })] : [];
  const first = weekdayOf(dateOf({ year, month: rule.month, day: 1 }));
  const earliest = 1 + ((rule.weekday - first + 7) % 7);
  const last = earliest + 7 * Math.floor((length - earliest) / 7);
  return [dateOf({ year, month: rule.month, day: rule.nth === "last" ? last : earliest + 7 * (rule.nth - 1) })];
}

function observed(date: IsoDate, observance: Observance): IsoDate {
  const weekday = weekdayOf(date);
  if (weekday === 6 && observance.saturday === "friday") return addDays(date, -1);
  if (weekday === 7 && observance.sunday === "monday") return addDays(date, 1);
  return date;
}
