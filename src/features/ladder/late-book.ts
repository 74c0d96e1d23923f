/** What is late in the whole book, inspections or measures, seen from the people it climbs to. Costs as much as what is late. */

import { addDays, isoDate } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type ClimbedItem, climbOf } from "./climb.ts";
import { climbedToHolders } from "./climbed-to.ts";
import type { LateSource } from "./late-sources.ts";
import { ladderOf, postsOf } from "./policy-ladder.ts";
import { loadRungHolders, type RungHolders } from "./rung-holders.ts";
import { loadUnitDays, type UnitDays } from "./unit-days.ts";
import { findVacancies, type Vacancy } from "./vacancies.ts";

export interface LateBook {
  /** How many late items lie where a rung could lead to the person: who is worth asking about, and a sign of change. */
  readonly candidates: ReadonlyMap<string, number>;
  /** Posts that a rung has reached and that nobody holds. */
  readonly vacancies: readonly Vacancy[];
  /** What has climbed to these persons. */
  itemsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly ClimbedItem[]>>;
}

/** Who holds the posts, and on which day a unit lives: asked of the record, or of the memory of a replay. */
export interface LateWhere {
  holders(ctx: Context, unitIds: readonly string[]): Promise<RungHolders>;
  unitDays(ctx: Context, unitIds: readonly string[]): Promise<ReadonlyMap<string, UnitDays>>;
}

const inRecord: LateWhere = { holders: ladderHolders, unitDays: loadUnitDays };

/** Whoever holds a post of the policy's ladder for these units. */
export function ladderHolders(ctx: Context, unitIds: readonly string[]): Promise<RungHolders> {
  return loadRungHolders(ctx, unitIds, postsOf(ladderOf(ctx)));
}

export async function openLateBook(ctx: Context, source: LateSource, where = inRecord): Promise<LateBook> {
  const counts = await source.byUnit(ctx.db, dayAfter(ctx));
  const unitIds = counts.map(({ unitId }) => unitId);
  const holders = await where.holders(ctx, unitIds);
  const unitsOf = new Map<string, string[]>();
  const candidates = new Map<string, number>();
  for (const { unitId, count } of counts) {
    for (const person of holders.anybody(unitId)) {
      addTo(unitsOf, person, unitId);
      candidates.set(person, (candidates.get(person) ?? 0) + count);
    }
  }
  const oldest = new Map(counts.map(({ unitId, dueOn }) => [unitId, dueOn]));
  const days = await where.unitDays(ctx, unitIds);
  return {
    candidates,
    vacancies: findVacancies(ctx, { oldest, units: [...days.values()] }, holders),
    itemsOf: async (personIds) => {
      const units = new Set(personIds.flatMap((person) => unitsOf.get(person) ?? []));
      const rows = await inTurns([...units], (some) => source.rows(ctx.db, some, dayAfter(ctx)));
      return climbOf(ctx, rows, holders);
    },
  };
}

/** What has climbed to one person (or those they stand in for) now: the `most` items that are longest late. */
export async function climbedTo(
  ctx: Context,
  source: LateSource,
  personIds: readonly string[],
  most: number,
): Promise<ClimbedItem[]> {
  const posts = postsOf(ladderOf(ctx));
  return climbedToHolders(ctx, { personIds, posts, most }, async (below) => {
    const rows = await inTurns(below, (some) => source.rows(ctx.db, some, dayAfter(ctx), most));
    const units = [...new Set(rows.map(({ unitId }) => unitId))];
    return climbOf(ctx, rows, await loadRungHolders(ctx, units, posts));
  });
}

/** No unit's own date lies further ahead. */
function dayAfter(ctx: Context): IsoDate {
  return addDays(isoDate(ctx.now.toISODate()), 1);
}
