/** Within what a search looks: what the reader may see, and of that, what they read in full. */
import { answering, mayAtAll } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import { PARAMETERS_AT_ONCE } from "../../platform/in-turns.ts";
import { unitsWhere } from "../people/index.ts";
import { mineOf, OPEN_STATES } from "./subject.ts";

/** Ids are few enough for one question. */
export type Place =
  | { readonly of: "book" }
  | { readonly of: "units"; readonly ids: string[] }
  | { readonly of: "customers"; readonly ids: string[] };

export interface Reach {
  /** One question each. */
  readonly seen: readonly Place[];
  /** Where the reader reads names in full: only there a name is looked for, or a search would tell what a mask hides. */
  readonly named: readonly Place[];
  /** Of these, few enough for any part of a name to be looked for. */
  readonly few: readonly Place[];
  /** Beyond these, only the beginning of a name is looked for. */
  readonly fromStart: boolean;
}

/** Up to so many customers are read through for a part of a name; beyond, its beginning is looked up. */
const FEW_CUSTOMERS = 20_000;

export async function reachOf(ctx: Context): Promise<Reach> {
  const inFull = { ...ctx, actor: answering(ctx.actor) };
  const mine = mayAtAll(inFull.actor, "see_account") ? await ownOf(ctx) : [];
  const [seen, named] = [await unitsWhere(ctx, "see_account"), await unitsWhere(inFull, "see_account")];
  const all = await ctx.db.orgUnit.count();
  const namedWithin = inUnits(named, all);
  const fromStart = namedWithin.length > 0 && !(await areFew(ctx, namedWithin));
  const inNamed = [...(isWhole(named, all) ? [] : mine), ...namedWithin];
  return {
    seen: [...(isWhole(seen, all) ? [] : mine), ...inUnits(seen, all)],
    named: inNamed,
    few: fromStart ? mine : inNamed,
    fromStart,
  };
}

/** What the person keeps, or has to check, themselves or for somebody who is away: by id, so that no database reads the book for it. */
async function ownOf(ctx: Context): Promise<Place[]> {
  const { db } = ctx;
  const mine = { in: mineOf(ctx) };
  const select = { borrowerId: true } as const;
  const kept = await db.ownership.findMany({ where: { toAt: null, personId: mine }, select });
  const open = await db.inspection.findMany({ where: { assigneeId: mine, state: { in: OPEN_STATES } }, select });
  const ids = [...new Set([...kept, ...open].map(({ borrowerId }) => borrowerId))];
  return inPlaces("customers", ids);
}

function inPlaces(of: "units" | "customers", ids: readonly string[]): Place[] {
  const places: Place[] = [];
  for (let start = 0; start < ids.length; start += PARAMETERS_AT_ONCE) {
    places.push({ of, ids: ids.slice(start, start + PARAMETERS_AT_ONCE) });
  }
  return places;
}

/** The same as a condition of the record. */
export function conditionOf(place: Place) {
  if (place.of === "book") return {};
  return place.of === "units" ? { unitId: { in: place.ids } } : { id: { in: place.ids } };
}

/** Whoever sees the whole book need not be asked for their own customers beside it. */
const isWhole = (units: readonly string[], all: number): boolean => units.length > 0 && units.length === all;

function inUnits(units: readonly string[], all: number): Place[] {
  return isWhole(units, all) ? [{ of: "book" }] : inPlaces("units", units);
}

async function areFew({ db }: Context, [only, ...others]: readonly Place[]): Promise<boolean> {
  if (only === undefined || others.length > 0) return false;
  const beyondFew = { where: conditionOf(only), skip: FEW_CUSTOMERS, take: 1, select: { id: true } };
  const [beyond] = await db.borrower.findMany(beyondFew);
  return beyond === undefined;
}
