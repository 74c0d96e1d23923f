/** The figures of a digest: sums of buckets, of nothing else. A unit reads its own rows, however much lies below it. */

import { type AskedTotals, askedTotals, FIGURE_NAMES, type FigureName } from "../../domain/digest/figures.ts";
import type { Period } from "../../domain/digest/period.ts";
import { addTo } from "../../domain/lists-by-key.ts";
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
  const asked = names.map((name) => ({ name, ...askedTotals(name, period, today) }));
  const figures: Partial<Record<Name, number>> = {};
  if (scope.ref.kind === "unit") {
    for (const some of alike(asked)) Object.assign(figures, await sumsOfUnit(ctx, scope, some));
  } else {
    for (const one of asked) figures[one.name] = await sumOf(ctx, scope, one);
  }
  return figures as Record<Name, number>;
}

type Named = AskedTotals & { readonly name: FigureName };

/** Of one kind and the same days, they are read together. */
function alike(asked: readonly Named[]): Named[][] {
  const groups = new Map<string, Named[]>();
  for (const one of asked) {
    const group = [one.kind, one.from, one.before].join(" ");
    addTo(groups, group, one);
  }
  return [...groups.values()];
}

async function sumsOfUnit(ctx: Context, { ref }: DigestScope, some: readonly Named[]): Promise<Record<string, number>> {
  const [first] = some;
  if (first === undefined) {
    return {};
  }
  const { states: _own, ...days } = first;
  const isAny = some.some(({ states }) => states === undefined);
  const states = isAny ? {} : { states: some.flatMap((one) => one.states ?? []) };
  const rows = await ctx.db.unitTotal.groupBy({
    by: ["state"],
    where: {
      unitId: ref.id,
      ...(ref.product === undefined ? {} : { product: ref.product }),
      ...bucketsOf({ ...days, ...states }),
    },
    _sum: { amount: true },
  });
  const sumFor = (wanted: readonly string[] | undefined) =>
    rows.reduce((sum, { state, _sum }) => (wanted?.includes(state) === false ? sum : sum + (_sum.amount ?? 0)), 0);
  return Object.fromEntries(some.map(({ name, states: wanted }) => [name, sumFor(wanted)]));
}

async function sumOf(ctx: Context, scope: DigestScope, asked: AskedTotals): Promise<number> {
  const { ref, units } = scope;
  const where = { ...(ref.product === undefined ? {} : { product: ref.product }), ...bucketsOf(asked) };
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
