/** Who stands behind a unit's figures: the units right below it, the people of the unit itself, and what nobody keeps. */
import { addDays } from "../../domain/dates.ts";
import { type AskedTotals, askedTotals, LATE_FIGURES } from "../../domain/digest/figures.ts";
import { isOverloaded, PACE_WEEKS } from "../../domain/digest/load.ts";
import { INSPECTION_DONE } from "../../domain/totals/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { namesById } from "../people/index.ts";
import { bucketsOf } from "./figures.ts";
import type { ScopeRef } from "./place.ts";
import type { DigestScope } from "./scope.ts";

export interface Part {
  readonly ref: ScopeRef;
  /** Empty for what nobody keeps. */
  readonly name: string;
  readonly late: number;
  readonly dueSoon: number;
  /** Done in the last four weeks. */
  readonly done: number;
  /** Of people only: a unit that has much to do has many people to do it. */
  readonly overloaded: boolean;
}

/** Whoever has most that is late first, then whoever has most to come. */
export async function partsOf(ctx: Context, { ref }: DigestScope, today: IsoDate): Promise<Part[]> {
  const units = await ctx.db.orgUnit.findMany({ where: { parentId: ref.id }, select: { id: true, name: true } });
  const parts = [...(await unitParts(ctx, ref, units, today)), ...(await personParts(ctx, ref, today))];
  return parts
    .filter(({ late, dueSoon }) => late + dueSoon > 0)
    .toSorted((one, other) => other.late - one.late || other.dueSoon - one.dueSoon || (one.name < other.name ? -1 : 1));
}

type Buckets = ReturnType<typeof bucketsOf>;
type Amounts = ReadonlyMap<string, number>;

/** The same three sums, of units or of people. One kind at a time: a database that may read any of several reads all that a unit has. */
async function sumsOf(today: IsoDate, ask: (buckets: Buckets) => Promise<Amounts>) {
  const anyDays = { from: today, to: today };
  const pace: AskedTotals = {
    kind: INSPECTION_DONE,
    states: ["in_time", "late"],
    from: addDays(today, -7 * PACE_WEEKS),
    before: today,
  };
  return {
    late: await added(LATE_FIGURES.map((name) => () => ask(bucketsOf(askedTotals(name, anyDays, today))))),
    soon: await ask(bucketsOf(askedTotals("due_soon", anyDays, today))),
    done: await ask(bucketsOf(pace)),
  };
}

async function added(asked: readonly (() => Promise<Amounts>)[]): Promise<Amounts> {
  const sums = new Map<string, number>();
  for (const ask of asked) {
    for (const [id, amount] of await ask()) sums.set(id, (sums.get(id) ?? 0) + amount);
  }
  return sums;
}

const ofProduct = ({ product }: ScopeRef) => (product === undefined ? {} : { product });

async function unitParts(
  ctx: Context,
  of: ScopeRef,
  units: readonly { readonly id: string; readonly name: string }[],
  today: IsoDate,
): Promise<Part[]> {
  const ids = units.map(({ id }) => id);
  const { late, soon, done } = await sumsOf(today, async (buckets) => {
    const rows = await inTurns(ids, (some) =>
      ctx.db.unitTotal.groupBy({
        by: ["unitId"],
        where: { unitId: { in: some }, ...ofProduct(of), ...buckets },
        _sum: { amount: true },
      }),
    );
    return new Map(rows.map(({ unitId, _sum }) => [unitId, _sum.amount ?? 0]));
  });
  return units.map(({ id, name }) => ({
    ref: { kind: "unit", id, ...ofProduct(of) },
    name,
    late: late.get(id) ?? 0,
    dueSoon: soon.get(id) ?? 0,
    done: done.get(id) ?? 0,
    overloaded: false,
  }));
}

async function personParts(ctx: Context, of: ScopeRef, today: IsoDate): Promise<Part[]> {
  const { late, soon, done } = await sumsOf(today, async (buckets) => {
    const rows = await ctx.db.total.groupBy({
      by: ["personId"],
      where: { unitId: of.id, ...ofProduct(of), ...buckets },
      _sum: { amount: true },
    });
    return new Map(rows.map(({ personId, _sum }) => [personId, _sum.amount ?? 0]));
  });
  const ids = [...new Set([...late.keys(), ...soon.keys()])];
  const names = await namesById(ctx.db, ids);
  return ids.map((id) => {
    const [lateOnes, dueSoon, doneLately] = [late.get(id) ?? 0, soon.get(id) ?? 0, done.get(id) ?? 0];
    return {
      ref: id === "" ? { kind: "nobody", id: of.id, ...ofProduct(of) } : { kind: "person", id, ...ofProduct(of) },
      name: names.get(id) ?? "",
      late: lateOnes,
      dueSoon,
      done: doneLately,
      overloaded: id !== "" && isOverloaded({ toDo: lateOnes + dueSoon, done: doneLately }),
    };
  });
}
