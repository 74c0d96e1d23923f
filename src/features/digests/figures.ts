/** The figures of a digest: sums of buckets, of nothing else. A unit reads its own rows, however much lies below it. */
import { type AskedTotals, askedTotals, FIGURE_NAMES, type FigureName } from "../../domain/digest/figures.ts";
import type { Period } from "../../domain/digest/period.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { countedRowByRow } from "./lists/counts.ts";
import { listScopeOf } from "./lists/list-scope.ts";
import type { DigestScope } from "./scope.ts";

export type Figures = Readonly<Record<FigureName, number>>;

export async function figuresOf(ctx: Context, scope: DigestScope, period: Period, today: IsoDate): Promise<Figures> {
  return someFigures(ctx, scope, { period, today }, FIGURE_NAMES);
}

export async function someFigures<Name extends FigureName>(
  ctx: Context,
  scope: DigestScope,
  { period, today }: { readonly period: Period; readonly today: IsoDate },
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>>> {
  const figures: Partial<Record<Name, number>> = {};
  for (const name of names) {
    figures[name] = await sumOf(ctx, scope, askedTotals(name, period, today));
  }
  return figures as Record<Name, number>;
}

async function sumOf(ctx: Context, scope: DigestScope, asked: AskedTotals): Promise<number> {
  const { ref, units } = scope;
  const where = { ...(ref.product === undefined ? {} : { product: ref.product }), ...bucketsOf(asked) };
  if (ref.kind === "unit") {
    const sum = await ctx.db.unitTotal.aggregate({ where: { unitId: ref.id, ...where }, _sum: { amount: true } });
    return sum._sum.amount ?? 0;
  }
  const counted = countedRowByRow(asked.kind);
  if (counted !== undefined) {
    return counted(ctx, await listScopeOf(ctx, scope), asked);
  }
  const personId = ref.kind === "person" ? ref.id : "";
  const inUnit = ref.kind === "nobody" ? { unitId: ref.id } : {};
  const rows = await ctx.db.total.groupBy({
    by: ["unitId"],
    where: { personId, ...inUnit, ...where },
    _sum: { amount: true },
  });
  const seen = rows.filter(({ unitId }) => units === undefined || units.includes(unitId));
  return seen.reduce((sum, { _sum }) => sum + (_sum.amount ?? 0), 0);
}

export function bucketsOf({ kind, states, from, before }: AskedTotals) {
  const fallsOn = { ...(from === undefined ? {} : { gte: from }), ...(before === undefined ? {} : { lt: before }) };
  return { kind, ...(states === undefined ? {} : { state: { in: [...states] } }), fallsOn };
}
