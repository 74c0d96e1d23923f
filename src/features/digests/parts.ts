/** Who stands behind a unit's figures: the units right below it, the people of the unit itself, and what nobody keeps. */
import { isOverloaded, LOAD_NAMES, type LoadName, loadAsked } from "../../domain/digest/load.ts";
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

const ofProduct = ({ product }: ScopeRef) => (product === undefined ? {} : { product });

type Amounts = Readonly<Record<LoadName, number>>;
const NOTHING: Amounts = { late: 0, dueSoon: 0, done: 0 };

/** A row for a unit and product, however many days lie behind it. */
async function unitParts(
  ctx: Context,
  of: ScopeRef,
  units: readonly { readonly id: string; readonly name: string }[],
  today: IsoDate,
): Promise<Part[]> {
  const rows = await inTurns(
    units.map(({ id }) => id),
    (some) =>
      ctx.db.unitLoad.groupBy({
        by: ["unitId"],
        where: { asOf: today, unitId: { in: some }, ...ofProduct(of) },
        _sum: { late: true, dueSoon: true, done: true },
      }),
  );
  const loads = new Map(rows.map(({ unitId, _sum }) => [unitId, _sum]));
  return units.map(({ id, name }) => {
    const { late, dueSoon, done } = loads.get(id) ?? NOTHING;
    return {
      ref: { kind: "unit", id, ...ofProduct(of) },
      ...{ name, late: late ?? 0, dueSoon: dueSoon ?? 0, done: done ?? 0, overloaded: false },
    };
  });
}

/** Of the unit itself: its people are few, and their buckets its own. One kind at a time: a database that may read any of several reads all that a unit has. */
async function personParts(ctx: Context, of: ScopeRef, today: IsoDate): Promise<Part[]> {
  const loads = new Map<string, Amounts>();
  const asked = loadAsked(today);
  for (const name of LOAD_NAMES) {
    for (const one of asked[name]) {
      const rows = await ctx.db.total.groupBy({
        by: ["personId"],
        where: { unitId: of.id, ...ofProduct(of), ...bucketsOf(one) },
        _sum: { amount: true },
      });
      for (const { personId, _sum } of rows) {
        const before = loads.get(personId) ?? NOTHING;
        loads.set(personId, { ...before, [name]: before[name] + (_sum.amount ?? 0) });
      }
    }
  }
  const names = await namesById(ctx.db, [...loads.keys()]);
  return [...loads].map(([id, load]) => ({
    ref: id === "" ? { kind: "nobody", id: of.id, ...ofProduct(of) } : { kind: "person", id, ...ofProduct(of) },
    name: names.get(id) ?? "",
    ...load,
    overloaded: id !== "" && isOverloaded({ toDo: load.late + load.dueSoon, done: load.done }),
  }));
}
