/** Farm visits fall into their season's months where the interval allows it (handbook 2.3, "tied to season"). */
import { addDays, addMonths, compareDates, latestOf, monthOf } from "../dates.ts";
import type { Policy } from "../policy/schema.ts";
import type { IsoDate } from "../vocabulary.ts";

/**
 * The latest day of a season month within the last `season_window_months` of the interval from `from` to `end`; `end`
 * itself where the season has none there, or is not in the policy. Never earlier for a later interval of the same length.
 */
export function seasonalEnd(policy: Policy, from: IsoDate, end: IsoDate, seasonKey: string | undefined): IsoDate {
  const months = seasonKey === undefined ? undefined : policy.inspections.seasons[seasonKey]?.visit_months;
  if (months === undefined) return end;
  const opens = latestOf(from, addMonths(end, -policy.inspections.season_window_months));
  for (let day = end; compareDates(day, opens) > 0; day = addDays(day, -1)) {
    if (months.includes(monthOf(day))) return day;
  }
  return end;
}
