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

/** What a person says of a claim; that nothing else is impaired is computed. */
export const SHOWN_CHECKS = [
  "arrears_and_costs_paid",
  "paid_in_order",
  "ability_confirmed",
] as const satisfies readonly UpgradeCheck[];
export type ShownCheck = (typeof SHOWN_CHECKS)[number];

/** The claim with what was said of it as facts: as much as the policy asks for, and not more. */
export function withShown(claim: ClaimFacts, shown: readonly ShownCheck[], policy: TierPolicy): ClaimFacts {
  const { clean_periods, clean_months } = policy.classification.upgrade_from_npl;
  return {
    ...claim,
    ...(shown.includes("arrears_and_costs_paid") ? { costsPaid: true } : {}),
    ...(shown.includes("paid_in_order") ? { cleanPeriods: clean_periods, cleanMonths: clean_months } : {}),
    ...(shown.includes("ability_confirmed") ? { abilityConfirmed: true } : {}),
  };
}

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
