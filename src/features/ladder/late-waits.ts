/** What waits too long for a second person's decision (a report, a reported measure, an override), and to whom it has climbed. */

import { compareDates } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import {
  lastRungDays,
  latenessOfMany,
  type ReviewClock,
  reviewDueOn,
  reviewLadder,
  toldAt,
} from "../../domain/reminders/index.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { ClimbedItem } from "./climb.ts";
import { climbedToHolders } from "./climbed-to.ts";
import type { LateBook } from "./late-book.ts";
import { postsOf } from "./policy-ladder.ts";
import { loadRungHolders, type RungHolders } from "./rung-holders.ts";
import { loadUnitDays } from "./unit-days.ts";

export interface WaitingRow {
  readonly id: string;
  readonly unitId: string;
}

export interface Wait extends WaitingRow {
  /** From when it could be decided. */
  readonly since: Date;
  /** Whoever has a part in it is not told of it as its decider or their manager. */
  readonly notBy: readonly string[];
  /** Who alone decides it, where somebody was named. */
  readonly named?: string | undefined;
}

export interface WaitSource<Row extends WaitingRow> {
  readonly clock: (ctx: Context) => ReviewClock;
  /** What waits since `before`, the oldest first. */
  readonly find: (ctx: Context, before: Date) => Promise<readonly Row[]>;
  /** What of it could be decided. */
  readonly waits: (ctx: Context, rows: readonly Row[]) => Promise<readonly Wait[]>;
}

/** As `openLateBook`, of what waits. */
export async function openWaitBook<Row extends WaitingRow>(
  ctx: Context,
  source: WaitSource<Row>,
): Promise<Omit<LateBook, "vacancies">> {
  const rows = await findWaiting(ctx, source);
  const holders = await holdersFor(ctx, source, rows);
  const candidates = new Map<string, number>();
  for (const { unitId } of rows) {
    for (const person of holders.anybody(unitId)) {
      candidates.set(person, (candidates.get(person) ?? 0) + 1);
    }
  }
  const concerns = ({ unitId }: Row, personIds: readonly string[]) =>
    personIds.some((person) => holders.anybody(unitId).has(person));
  return {
    candidates,
    itemsOf: async (personIds) => {
      const concerned = rows.filter((row) => concerns(row, personIds));
      return climbOfWaits(ctx, source.clock(ctx), await source.waits(ctx, concerned), holders);
    },
  };
}

/** What of it has climbed to these persons now, the longest late first. */
export async function waitsTo<Row extends WaitingRow>(
  ctx: Context,
  source: WaitSource<Row>,
  personIds: readonly string[],
  most: number,
): Promise<ClimbedItem[]> {
  const posts = postsOf(reviewLadder(source.clock(ctx)));
  return climbedToHolders(ctx, { personIds, posts, most }, async (below) => {
    const rows = (await findWaiting(ctx, source)).filter(({ unitId }) => below.includes(unitId));
    const holders = await holdersFor(ctx, source, rows);
    return climbOfWaits(ctx, source.clock(ctx), await source.waits(ctx, rows), holders);
  });
}

/** Working days are never fewer than calendar days; a day for the zones. */
function findWaiting<Row extends WaitingRow>(ctx: Context, source: WaitSource<Row>): Promise<readonly Row[]> {
  return source.find(ctx, ctx.now.minus({ days: source.clock(ctx).reviewerWorkingDays - 1 }).toJSDate());
}

function holdersFor<Row extends WaitingRow>(
  ctx: Context,
  source: WaitSource<Row>,
  rows: readonly Row[],
): Promise<RungHolders> {
  const units = [...new Set(rows.map(({ unitId }) => unitId))];
  return loadRungHolders(ctx, units, postsOf(reviewLadder(source.clock(ctx))));
}

async function climbOfWaits(
  ctx: Context,
  clock: ReviewClock,
  waits: readonly Wait[],
  holders: RungHolders,
): Promise<Map<string, ClimbedItem[]>> {
  const ladder = reviewLadder(clock);
  const lateness = latenessOfMany(lastRungDays(ladder));
  const units = await loadUnitDays(ctx, [...new Set(waits.map(({ unitId }) => unitId))]);
  const climbed = new Map<string, ClimbedItem[]>();
  for (const { id, unitId, since, notBy, named } of waits) {
    const unit = units.get(unitId);
    const dueOn =
      unit === undefined
        ? undefined
        : reviewDueOn(unit.calendar, localDate(momentFromDate(since), unit.timeZone), clock);
    if (unit !== undefined && dueOn !== undefined && compareDates(dueOn, unit.today) < 0) {
      const late = lateness(unit.calendar, dueOn, unit.today);
      const { stages } = toldAt(ladder, late, (role) =>
        holders.of(unitId, role, notBy, role === clock.to ? named : undefined),
      );
      for (const [person, stage] of stages) {
        addTo(climbed, person, { id, dueOn, stage });
      }
    }
  }
  return climbed;
}
