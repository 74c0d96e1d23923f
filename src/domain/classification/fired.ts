/** A rule that fired on a claim: the tier it asks for at least, and where it comes from. */
import type { Marked } from "../policy/marks.ts";
import type { Policy } from "../policy/schema.ts";
import { RISK_TIERS, type RiskTier } from "../vocabulary.ts";

/** What of a policy the floors read. */
export type TierPolicy = Pick<Policy, "classification" | "tiers">;

/** The policy's own keys; `no_floor` where nothing fired. */
export const FLOOR_RULES = [
  "no_floor",
  "dpd_floor",
  "changed_use",
  "refinanced",
  "restructured",
  "restructured_again",
  "upgrade_from_npl",
  "same_bank_npl",
  "all_bank_dpd_over_90",
  "npl_here_or_elsewhere",
] as const;
export type FloorRule = (typeof FLOOR_RULES)[number];

export interface FiredFloor {
  readonly rule: FloorRule;
  /** Of `dpd_floor`: more days than these. */
  readonly overDays?: number;
  readonly tier: RiskTier;
  readonly marks: Marked;
}

/** 0 is the mildest. */
export function severityOf(tier: RiskTier): number {
  return RISK_TIERS.indexOf(tier);
}

export function isMilder(tier: RiskTier, than: RiskTier): boolean {
  return severityOf(tier) < severityOf(than);
}

export function worstOf(tiers: readonly RiskTier[]): RiskTier {
  return tiers.reduce<RiskTier>((worst, tier) => (isMilder(worst, tier) ? tier : worst), "normal");
}

export function isNonPerforming(tier: RiskTier, policy: Pick<Policy, "tiers">): boolean {
  return policy.tiers.npl.includes(tier);
}

/** The line of the policy, as its sign-off names it. */
export function ruleLine({ rule, overDays }: Pick<FiredFloor, "rule" | "overDays">): string {
  return overDays === undefined ? rule : `${rule}.${overDays}`;
}
