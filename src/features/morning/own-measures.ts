/** The measures that a person answers for, and the stage at which each stands on a morning. */

import { addDays, compareDates, isoDate } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { type OwnItem, reachOf, standing } from "./own-work.ts";
import { soonDaysOf } from "./rules.ts";

export interface OpenMeasure {
  readonly id: string;
  readonly dueOn: IsoDate;
}

/** By first responsible person; what was reported waits for another. */
export async function findMeasures(
  ctx: Context,
  readers: readonly Keeper[],
): Promise<ReadonlyMap<string, readonly OpenMeasure[]>> {
  const owners = [...new Set(readers.flatMap(assigneesOf))];
  const rows = await inTurns(owners, (some) =>
    ctx.db.case.findMany({
      where: { ownerId: { in: some }, state: "open", dueOn: { lte: reachOf(ctx) } },
      select: { id: true, ownerId: true, dueOn: true },
    }),
  );
  const byOwner = new Map<string, OpenMeasure[]>();
  for (const { id, ownerId, dueOn } of rows) {
    addTo(byOwner, ownerId, { id, dueOn: isoDate(dueOn) });
  }
  return byOwner;
}

/** How many each person answers for that are due within the days that the reminders reach. */
export async function countMeasures(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const counts = await ctx.db.case.groupBy({
    by: ["ownerId"],
    where: { state: "open", dueOn: { lte: reachOf(ctx) } },
    _count: { _all: true },
  });
  return new Map(counts.map(({ ownerId, _count }) => [ownerId, _count._all]));
}

/** At the same stages as an inspection. */
export function ownMeasures(
  ctx: Context,
  keeper: Keeper,
  open: ReadonlyMap<string, readonly OpenMeasure[]>,
): OwnItem[] {
  const horizon = addDays(keeper.today, soonDaysOf(ctx));
  return assigneesOf(keeper)
    .flatMap((personId) => open.get(personId) ?? [])
    .filter(({ dueOn }) => compareDates(dueOn, horizon) <= 0)
    .map(({ id, dueOn }) => ({
      id,
      dueOn,
      section: "measure",
      ...standing(ctx, keeper, dueOn, compareDates(dueOn, keeper.today) > 0 ? "due_soon" : "due_today"),
    }));
}
