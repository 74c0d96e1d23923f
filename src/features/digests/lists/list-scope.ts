/** Which rows of the record a digest's figures are about: the same that its totals count. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import type { Product } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { PARAMETERS_AT_ONCE } from "../../../platform/in-turns.ts";
import { unitsBelow } from "../../people/index.ts";
import type { DigestScope } from "../scope.ts";

export interface ListScope {
  /** Everywhere where it is missing. */
  readonly units?: readonly string[];
  /** `null` is nobody, missing is anybody. */
  readonly personId?: string | null;
  readonly product?: Product;
}

/** One line of a list, with what says whether the reader may read the name in full. */
export interface ListedRow {
  readonly id: string;
  /** Of the inspection, the signal or the loan. */
  readonly number: string;
  readonly unitId: string;
  readonly personId: string | null;
  readonly borrowerName: string;
  /** `YYYY-MM-DD`: the date by which the figure counts it. */
  readonly on: string;
  readonly opens: "report" | "measure" | "override" | "signal" | "nothing";
  /** By id, where the number names no customer. */
  readonly customerId?: string;
  /** What else is to be read of it, in the reader's language. */
  readonly said?: string;
}

/** At most `take` rows, the earliest first. */
export type Lister = (ctx: Context, scope: ListScope, asked: AskedTotals, take: number) => Promise<ListedRow[]>;

export async function listScopeOf(ctx: Context, { ref, units }: DigestScope): Promise<ListScope> {
  const product = ref.product === undefined ? {} : { product: ref.product };
  if (ref.kind !== "unit") {
    return { ...product, ...(units === undefined ? {} : { units }), personId: ref.kind === "person" ? ref.id : null };
  }
  const below = await unitsBelow(ctx.db, [ref.id]);
  return (await ctx.db.orgUnit.count()) === below.length ? product : { ...product, units: below };
}

/** Accounts that a person keeps now, or that nobody does. */
export function keptBy(personId: string | null) {
  return personId === null ? { none: { toAt: null } } : { some: { personId, toAt: null } };
}

/** All the units of a scope at once: a person's are few. */
export function unitsOf({ units }: ListScope) {
  return units === undefined ? {} : { unitId: { in: [...units] } };
}

/** Asks for some units at a time, and puts the answers in order. */
export async function overUnits(
  { units }: ListScope,
  take: number,
  ask: (inUnits: { unitId?: { in: string[] } }) => Promise<ListedRow[]>,
): Promise<ListedRow[]> {
  if (units === undefined) {
    return ask({});
  }
  const found: ListedRow[] = [];
  for (let start = 0; start < units.length; start += PARAMETERS_AT_ONCE) {
    found.push(...(await ask({ unitId: { in: units.slice(start, start + PARAMETERS_AT_ONCE) } })));
  }
  return found.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1)).slice(0, take);
}

export function daysOf({ from, before }: AskedTotals) {
  return { ...(from === undefined ? {} : { gte: from }), ...(before === undefined ? {} : { lt: before }) };
}
