/** A unit's quarter: its months joined, and moved by the outcomes of its account managers. */
import type { Line, Points } from "../../domain/appraisal/line.ts";
import type { ScoredPeriod } from "../../domain/appraisal/period.ts";
import { movedBy, QUALITY_RULE, type QualityOutcome } from "../../domain/appraisal/quality-outcome.ts";
import { type Part, type RolledUp, rollUp } from "../../domain/appraisal/roll-up.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { qualityOf } from "./quality.ts";

/** So many people's loans are counted while somebody waits. */
const MOST_LIVE = 60;

export interface UnitQuarter extends RolledUp {
  /** What the quality outcomes of so many account managers come to, by what they answer for; nothing where none is counted. */
  readonly outcome: { readonly points: Points; readonly people: number } | undefined;
}

interface Officer {
  readonly personId: string;
  readonly weightMinor: bigint;
  /** Of their last month. */
  readonly policy: PolicyInForce;
}

/** The mean of its months, moved by what the outcomes of its account managers come to (by what they answer for at its end). */
export async function unitQuarter(
  ctx: Context,
  months: readonly { readonly month: string; readonly score: Points | undefined }[],
  officers: readonly Officer[],
  period: ScoredPeriod,
): Promise<UnitQuarter> {
  const parts = months.map(
    ({ month, score }): Part => ({
      id: month,
      name: month,
      score,
      weight: 1,
    }),
  );
  const mean = rollUp(parts, "appraisal", ctx.policy.policy.appraisal.source ?? []);
  const outcomes =
    officers.length > MOST_LIVE
      ? new Map<string, QualityOutcome>()
      : await qualityOf(ctx, new Map(officers.map(({ personId, policy }) => [personId, policy])), period);
  const counted = officers.flatMap(({ personId, weightMinor }) => {
    const outcome = outcomes.get(personId);
    return outcome === undefined || outcome.lines.length === 0 ? [] : [{ outcome, weight: Number(weightMinor) }];
  });
  if (counted.length === 0) return { ...mean, outcome: undefined };
  const points = meanOutcome(counted);
  const source = ctx.policy.policy.appraisal.quality_outcome?.source ?? [];
  const values = { people: counted.length };
  const line: Line = { rule: QUALITY_RULE, source, code: "outcome_of_people", values, points, proofs: [] };
  return { ...movedBy(mean, { figures: [], lines: [line], points }), outcome: { points, people: counted.length } };
}

/** By weight; where all weigh nothing, the plain one. */
function meanOutcome(counted: readonly { readonly outcome: QualityOutcome; readonly weight: number }[]): Points {
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const weigh = (weight: number) => (total === 0 ? 1 / counted.length : weight / total);
  return Math.trunc(counted.reduce((sum, { outcome, weight }) => sum + outcome.points * weigh(weight), 0));
}
