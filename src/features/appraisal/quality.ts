/** A quarter's quality outcome of account managers: overdue and migration of their own accounts against the policy's budget (R84). */
import type { ScoredPeriod } from "../../domain/appraisal/period.ts";
import { type QualityOutcome, qualityOutcome } from "../../domain/appraisal/quality-outcome.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { heldLoans } from "./facts/held-loans.ts";

/** By person, under the policy of the quarter's last month; nobody under one without the rule. */
export async function qualityOf(
  ctx: Context,
  policies: ReadonlyMap<string, PolicyInForce>,
  quarter: ScoredPeriod,
): Promise<Map<string, QualityOutcome>> {
  const rules = new Map(
    [...policies].flatMap(([personId, { policy }]) => {
      const rule = policy.appraisal.quality_outcome;
      return rule === undefined ? [] : [[personId, rule] as const];
    }),
  );
  const held = await heldLoans(ctx, [...rules.keys()], quarter);
  return new Map(
    [...rules].map(([personId, rule]) => [personId, qualityOutcome(rule, quarter.name, held.get(personId) ?? [])]),
  );
}
