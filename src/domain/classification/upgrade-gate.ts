/** What a non-performing claim must show before it may be called performing again (article 14). Pure. */
import type { ClaimFacts } from "./facts.ts";
import type { TierPolicy } from "./fired.ts";

export const UPGRADE_CHECKS = [
  "arrears_and_costs_paid",
  "paid_in_order",
  "ability_confirmed",
  "nothing_else_impaired",
] as const;
export type UpgradeCheck = (typeof UPGRADE_CHECKS)[number];

/** The checks that a claim fails. What nobody has told counts as not shown. */
export function failedChecks(claim: ClaimFacts, isElseImpaired: boolean, policy: TierPolicy): UpgradeCheck[] {
  const { arrears_and_costs_paid, no_other_impaired_asset } = policy.classification.upgrade_from_npl;
  const passed: Record<UpgradeCheck, boolean> = {
    arrears_and_costs_paid: !arrears_and_costs_paid || (claim.daysPastDue === 0 && claim.costsPaid === true),
    paid_in_order: isPaidInOrder(claim, policy),
    ability_confirmed: claim.abilityConfirmed === true,
    nothing_else_impaired: !no_other_impaired_asset || !isElseImpaired,
  };
  return UPGRADE_CHECKS.filter((check) => !passed[check]);
}

/** The longer of two lengths is both of them. */
function isPaidInOrder({ cleanPeriods = 0, cleanMonths = 0 }: ClaimFacts, policy: TierPolicy): boolean {
  const { clean_periods, clean_months, whichever } = policy.classification.upgrade_from_npl;
  const [byPeriods, byMonths] = [cleanPeriods >= clean_periods, cleanMonths >= clean_months];
  return whichever === "longer" ? byPeriods && byMonths : byPeriods || byMonths;
}
