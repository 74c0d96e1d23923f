/** When a customer crosses between the departments that lead it (R113, R114): by the worst tier of its loans. Pure. */
import type { Policy } from "../policy/schema.ts";
import type { RiskTier, UnitLine } from "../vocabulary.ts";

export interface Crossing {
  readonly from: UnitLine;
  readonly to: UnitLine;
}

/** Nothing where the same department leads both. */
export function crossingOf(
  policy: Pick<Policy, "lead_department">,
  before: RiskTier,
  after: RiskTier,
): Crossing | undefined {
  const [from, to] = [policy.lead_department[before], policy.lead_department[after]];
  return from === to ? undefined : { from, to };
}
