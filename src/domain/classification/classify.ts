/**
 * The tier below which no claim of a debtor may be placed, and why (handbook 2.1; 2023 No. 1). It proposes nothing and decides
 * nothing: people do. The same facts in any order give the same floors; a worse fact never gives a milder one. Pure.
 */
import type { RiskTier } from "../vocabulary.ts";
import { claimFloors } from "./claim-floors.ts";
import type { ClaimFacts, DebtorFacts } from "./facts.ts";
import { type FiredFloor, isNonPerforming, severityOf, type TierPolicy, worstOf } from "./fired.ts";
import { failedChecks } from "./upgrade-gate.ts";

export interface Floor {
  readonly tier: RiskTier;
  /** The rules that ask for this very tier; `no_floor` where none fired. */
  readonly because: readonly FiredFloor[];
  /** All that fired, the strictest first. */
  readonly fired: readonly FiredFloor[];
}

/** Floors by claim id. Ids are unique within a debtor. */
export function classify(debtor: DebtorFacts, policy: TierPolicy): ReadonlyMap<string, Floor> {
  const own = debtor.claims.map((claim) => ({ claim, floors: claimFloors(claim, debtor.asOf, policy) }));
  const impaired = new Set(own.flatMap(({ claim, floors }) => (isImpaired(claim, floors, policy) ? [claim.id] : [])));
  const gated = own.map(({ claim, floors }) => ({
    claim,
    floors: [...floors, ...upgradeFloor(claim, impaired, policy)],
  }));
  const ofDebtor = debtorFloors(debtor, gated, policy);
  return new Map(gated.map(({ claim, floors }) => [claim.id, floorOf([...floors, ...ofDebtor], policy)]));
}

interface Claimed {
  readonly claim: ClaimFacts;
  readonly floors: readonly FiredFloor[];
}

const isBad = (floors: readonly FiredFloor[], policy: TierPolicy) =>
  isNonPerforming(worstOf(floors.map(({ tier }) => tier)), policy);

/** Non-performing by its own facts, or still so because it has not shown that it may be called performing. */
function isImpaired(claim: ClaimFacts, floors: readonly FiredFloor[], policy: TierPolicy): boolean {
  const stays = isNonPerforming(claim.currentTier, policy) && failedChecks(claim, false, policy).length > 0;
  return stays || isBad(floors, policy);
}

function upgradeFloor(claim: ClaimFacts, impaired: ReadonlySet<string>, policy: TierPolicy): FiredFloor[] {
  if (!isNonPerforming(claim.currentTier, policy)) return [];
  const isElseImpaired = impaired.size > (impaired.has(claim.id) ? 1 : 0);
  if (failedChecks(claim, isElseImpaired, policy).length === 0) return [];
  const { upgrade_from_npl } = policy.classification;
  const [mildest = claim.currentTier] = policy.tiers.npl.toSorted((a, b) => severityOf(a) - severityOf(b));
  return [{ rule: "upgrade_from_npl", tier: mildest, marks: upgrade_from_npl }];
}

/** What one claim, or a debt elsewhere, means for all claims of a debtor that is judged as one. */
function debtorFloors(debtor: DebtorFacts, claimed: readonly Claimed[], policy: TierPolicy): FiredFloor[] {
  const { debtor_level, same_bank_npl, all_bank_dpd_over_90, npl_here_or_elsewhere } = policy.classification;
  if (!(debtor.retail ? debtor_level.retail : debtor_level.non_retail)) return [];
  const bad = claimed.filter(({ floors }) => isBad(floors, policy));
  const { debt = 0n, over90 = 0n } = debtor.allBanks ?? {};
  const fired: FiredFloor[] = [];
  if (isShareOver(sum(bad), sum(claimed), same_bank_npl.share_over_percent)) {
    fired.push({ rule: "same_bank_npl", tier: same_bank_npl.tier, marks: same_bank_npl });
  }
  if (isShareOver(over90, debt, all_bank_dpd_over_90.share_over_percent)) {
    fired.push({ rule: "all_bank_dpd_over_90", tier: all_bank_dpd_over_90.tier, marks: all_bank_dpd_over_90 });
  }
  // A debt more than 90 days overdue is non-performing at whichever bank it is.
  if (bad.length > 0 || over90 > 0n) {
    fired.push({ rule: "npl_here_or_elsewhere", tier: npl_here_or_elsewhere.tier, marks: npl_here_or_elsewhere });
  }
  return fired;
}

const sum = (claimed: readonly Claimed[]) => claimed.reduce((total, { claim }) => total + claim.balance, 0n);

/** Percent may have decimals; so few that a float holds them. */
function isShareOver(part: bigint, whole: bigint, percent: number): boolean {
  return part * 100_000_000n > whole * BigInt(Math.round(percent * 1_000_000));
}

function floorOf(fired: readonly FiredFloor[], policy: TierPolicy): Floor {
  const strictestFirst = fired.toSorted((a, b) => severityOf(b.tier) - severityOf(a.tier));
  const tier = worstOf(fired.map((one) => one.tier));
  const because = strictestFirst.filter((one) => one.tier === tier);
  const none: FiredFloor = { rule: "no_floor", tier: "normal", marks: policy.tiers };
  return { tier, because: because.length === 0 ? [none] : because, fired: strictestFirst };
}
