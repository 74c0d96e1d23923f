/** How long a restructured claim is watched (article 20): a year at least, and two repayment periods in a row. Pure. */
import { addMonths, compareDates } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import type { ClaimFacts } from "./facts.ts";
import type { TierPolicy } from "./fired.ts";

/** Where nobody told how it was paid since, the period ends after its months; where it was not paid in order, it begins anew. */
export function isUnderObservation(claim: ClaimFacts, asOf: IsoDate, policy: TierPolicy): boolean {
  const { restructured } = policy.classification;
  if (claim.restructuredOn === undefined) return false;
  if (compareDates(asOf, addMonths(claim.restructuredOn, restructured.min_months)) < 0) return true;
  const { cleanPeriods = restructured.min_periods, cleanMonths = restructured.min_months } = claim;
  const isMet = cleanPeriods >= restructured.min_periods && cleanMonths >= restructured.min_months;
  return restructured.restart_when_not_met && !isMet;
}
