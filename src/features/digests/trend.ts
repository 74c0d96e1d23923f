/** What was done in time and late, step by step: the buckets behind the two figures, by their dates. */
import { askedTotals } from "../../domain/digest/figures.ts";
import type { Period } from "../../domain/digest/period.ts";
import { type Step, stepsOf } from "../../domain/digest/trend.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { bucketsOf } from "./figures.ts";
import type { DigestScope } from "./scope.ts";

export interface Trend {
  readonly steps: readonly Step[];
  /** A number for each step. */
  readonly inTime: readonly number[];
  readonly late: readonly number[];
}

export async function trendOf(ctx: Context, scope: DigestScope, period: Period, today: IsoDate): Promise<Trend> {
  const steps = stepsOf(period);
  const perStep = async (name: "done_in_time" | "done_late") => {
    const days = await amountsByDay(ctx, scope, bucketsOf(askedTotals(name, period, today)));
    return steps.map(({ begins, before }) =>
      days.reduce((sum, { on, amount }) => (on >= begins && on < before ? sum + amount : sum), 0),
    );
  };
  return { steps, inTime: await perStep("done_in_time"), late: await perStep("done_late") };
}

async function amountsByDay(ctx: Context, { ref, units }: DigestScope, buckets: ReturnType<typeof bucketsOf>) {
  const where = { ...(ref.product === undefined ? {} : { product: ref.product }), ...buckets };
  if (ref.kind === "unit") {
    const rows = await ctx.db.unitTotal.groupBy({
      by: ["fallsOn"],
      where: { unitId: ref.id, ...where },
      _sum: { amount: true },
    });
    return rows.map(({ fallsOn, _sum }) => ({ on: fallsOn, amount: _sum.amount ?? 0 }));
  }
  const rows = await ctx.db.total.groupBy({
    by: ["unitId", "fallsOn"],
    where: { personId: ref.kind === "person" ? ref.id : "", ...where },
    _sum: { amount: true },
  });
  return rows
    .filter(({ unitId }) => units === undefined || units.includes(unitId))
    .map(({ fallsOn, _sum }) => ({ on: fallsOn, amount: _sum.amount ?? 0 }));
}
