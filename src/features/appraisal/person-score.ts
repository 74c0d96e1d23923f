/** The score of a person: of a month line by line, of a quarter month by month. */

import type { ScoredRole } from "../../domain/appraisal/facts.ts";
import { isQuarter, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { movedBy, type QualityOutcome } from "../../domain/appraisal/quality-outcome.ts";
import { type RolledUp, rollUp } from "../../domain/appraisal/roll-up.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { type KeptSheet, keptSheet } from "./kept.ts";
import { type OwnSheet, sharedSheet } from "./make-sheet.ts";
import { qualityOf } from "./quality.ts";
import { postsOf, type Scored } from "./scored.ts";

export interface MonthScore extends OwnSheet {
  readonly role: ScoredRole;
  /** `YYYY-MM` */
  readonly month: string;
  readonly isOver: boolean;
  /** As it was written down once the month was over. */
  readonly kept?: Pick<KeptSheet, "revision" | "reason" | "keptAt">;
  readonly policy: PolicyInForce;
}

export interface PostScore {
  readonly role: ScoredRole;
  readonly months: readonly MonthScore[];
  /** Of a quarter: its months joined, and moved by its outcome. */
  readonly quarter?: QuarterScore;
}

export interface QuarterScore extends RolledUp {
  /** Of an account manager, where the policy has such a rule. */
  readonly quality?: QualityOutcome;
}

/** One for each post that the person held in it; none where they held none, or the policy scores none. */
export async function personScores(ctx: Context, personId: string, period: ScoredPeriod): Promise<PostScore[]> {
  const byRole = new Map<ScoredRole, MonthScore[]>();
  for (const month of period.months) {
    for (const scored of await postsOf(ctx, personId, month)) {
      const score = await monthScore(ctx, scored);
      if (score !== undefined) addTo(byRole, scored.role, score);
    }
  }
  const posts = [...byRole].map(([role, months]) => ({ role, months }));
  if (!isQuarter(period)) return posts;
  const last = byRole.get("account_manager")?.at(-1);
  const outcomes = await qualityOf(ctx, new Map(last === undefined ? [] : [[personId, last.policy]]), period);
  return posts.map(({ role, months }) => {
    const sheets = new Map(months.map((one) => [one.month, one]));
    const quality = role === "account_manager" ? outcomes.get(personId) : undefined;
    return { role, months, quarter: quarterScore(ctx, role, sheets, quality) };
  });
}

/** As it was kept, or as the record gives it now; nothing of a month that has not begun. */
export async function monthScore(ctx: Context, scored: Scored): Promise<MonthScore | undefined> {
  const { role, month } = scored;
  if (month.until < month.from) return undefined;
  const about = { role, month: month.name, isOver: month.isOver };
  const kept = month.isOver ? await keptSheet(ctx, scored) : undefined;
  if (kept !== undefined) {
    const policy = await ctx.parts.policies.byVersion(kept.policyVersionId);
    const { revision, reason, keptAt } = kept;
    return { ...about, sheet: kept.sheet, growth: kept.growth, kept: { revision, reason, keptAt }, policy };
  }
  const made = await sharedSheet(ctx, scored, new Map());
  return made && { ...about, ...made, policy: ctx.policy };
}

/** The mean of the months in which anything could be measured, moved by the quarter's outcome (handbook 2.7). */
export function quarterScore(
  ctx: Context,
  role: ScoredRole,
  months: ReadonlyMap<string, Pick<OwnSheet, "sheet">>,
  quality?: QualityOutcome,
): QuarterScore {
  const parts = [...months].map(([month, { sheet }]) => ({ id: month, name: month, score: sheet.score, weight: 1 }));
  const mean = rollUp(parts, `appraisal.${role}`, ctx.policy.policy.appraisal.source ?? []);
  return quality === undefined ? mean : { ...movedBy(mean, quality), quality };
}
