/** Whose morning has come, and has not been promised yet. */
import { isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { localMinute } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { OPEN, RETURNED } from "../ladder/index.ts";
import { morningKey } from "./ids.ts";
import type { Keeper } from "./keepers.ts";
import { reachOf } from "./own-work.ts";
import { morningMinuteOf } from "./rules.ts";
import type { Telling } from "./telling.ts";

export type LeftOut = "already" | "too_early" | "rest_day" | "away" | "nothing_new";

/** Why people with something open were not promised a message. */
export type LeftCounts = Record<LeftOut, number>;

/** How much each person keeps that is due within the days that the reminders reach, or returned. */
export async function findBusy(ctx: Context): Promise<Map<string, number>> {
  const assigned = { assigneeId: { not: null } };
  const due = await ctx.db.inspection.groupBy({
    by: ["assigneeId"],
    where: { ...assigned, ...OPEN, dueOn: { lte: reachOf(ctx) } },
    _count: { _all: true },
  });
  const returned = await ctx.db.inspection.groupBy({
    by: ["assigneeId"],
    where: { ...assigned, ...RETURNED },
    _count: { _all: true },
  });
  const busy = new Map<string, number>();
  for (const { assigneeId, _count } of [...due, ...returned]) {
    busy.set(assigneeId ?? "", (busy.get(assigneeId ?? "") ?? 0) + _count._all);
  }
  return busy;
}

/** Whom of these to tell now. */
export async function findReaders(
  ctx: Context,
  keepers: readonly Keeper[],
  left: LeftCounts,
  telling: Telling,
): Promise<Keeper[]> {
  const here = keepers.filter(({ hasLeft }) => !hasLeft);
  left.away += here.filter(({ covered }) => covered).length;
  const awake = here.filter(({ covered }) => !covered).filter((keeper) => hasCome(ctx, keeper, left));
  return notYetPromised(ctx, awake, left, telling);
}

function hasCome(ctx: Context, keeper: Keeper, left: LeftCounts): boolean {
  if (!isWorkingDay(keeper.calendar, keeper.today)) {
    left.rest_day += 1;
    return false;
  }
  if (localMinute(ctx.now, keeper.timeZone) < morningMinuteOf(ctx)) {
    left.too_early += 1;
    return false;
  }
  return true;
}

async function notYetPromised(
  ctx: Context,
  keepers: readonly Keeper[],
  left: LeftCounts,
  telling: Telling,
): Promise<Keeper[]> {
  const keyOf = ({ personId, today }: Keeper) => morningKey(personId, today);
  const known = await telling.promised(ctx, keepers.map(keyOf));
  left.already += known.size;
  return keepers.filter((keeper) => !known.has(keyOf(keeper)));
}
