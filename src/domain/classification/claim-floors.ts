/** What a claim asks for by its own facts, whatever else its debtor owes (handbook 2.1; articles 10 to 13 and 18 to 22). Pure. */
import type { IsoDate } from "../vocabulary.ts";
import type { ClaimFacts } from "./facts.ts";
import type { FiredFloor, TierPolicy } from "./fired.ts";
import { isUnderObservation } from "./observation.ts";

export function claimFloors(claim: ClaimFacts, asOf: IsoDate, policy: TierPolicy): FiredFloor[] {
  const { refinanced, changed_use } = policy.classification;
  return [
    ...overdueFloor(claim, policy),
    ...(claim.misuse ? [{ rule: "changed_use" as const, tier: changed_use.tier, marks: changed_use }] : []),
    ...(claim.refinanced === "yes" ? [{ rule: "refinanced" as const, tier: refinanced.tier, marks: refinanced }] : []),
    ...restructuredFloors(claim, asOf, policy),
  ];
}

/** The strictest line that the days have passed; collateral does not matter. A short technical overdue counts as none. */
function overdueFloor({ daysPastDue, technicalOverdueApproved }: ClaimFacts, policy: TierPolicy): FiredFloor[] {
  const { dpd_floor, technical_grace } = policy.classification;
  if (technicalOverdueApproved && daysPastDue <= technical_grace.days) return [];
  const [strictest] = dpd_floor
    .filter(({ over_days }) => daysPastDue > over_days)
    .toSorted((a, b) => b.over_days - a.over_days);
  if (strictest === undefined) return [];
  return [{ rule: "dpd_floor", overDays: strictest.over_days, tier: strictest.tier, marks: strictest }];
}

function restructuredFloors(claim: ClaimFacts, asOf: IsoDate, policy: TierPolicy): FiredFloor[] {
  const { restructured } = policy.classification;
  if (!isUnderObservation(claim, asOf, policy)) return [];
  const observed: FiredFloor = { rule: "restructured", tier: restructured.floor, marks: restructured };
  if (claim.restructuredCount < 2) return [observed];
  return [observed, { rule: "restructured_again", tier: restructured.second_time_floor, marks: restructured }];
}
