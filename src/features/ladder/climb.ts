/** To whom late inspections have climbed, at this moment. */

import { compareDates } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { lastRungDays, latenessOfMany, type ReminderStage, toldAt } from "../../domain/reminders/index.ts";
import type { IsoDate, Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { actingFor, isAtWork } from "../people/index.ts";
import { heldOn } from "./open-work.ts";
import { ladderOf } from "./policy-ladder.ts";
import type { RungHolders } from "./rung-holders.ts";
import { loadUnitDays, type UnitDays } from "./unit-days.ts";

export const LATE_FIELDS = {
  id: true,
  unitId: true,
  assigneeId: true,
  state: true,
  dueOn: true,
  returnedDueOn: true,
} as const;

export interface LateRow {
  readonly id: string;
  readonly unitId: string;
  readonly assigneeId: string | null;
  readonly state: string;
  readonly dueOn: string;
  readonly returnedDueOn: string | null;
}

export interface ClimbedItem {
  readonly id: string;
  /** What its keeper is held to. */
  readonly dueOn: IsoDate;
  readonly stage: ReminderStage;
}

/** By person, the longest late first. The assignee's own rung is not here: their desk tells it. */
export async function climbOf(
  ctx: Context,
  rows: readonly LateRow[],
  holders: RungHolders,
): Promise<Map<string, ClimbedItem[]>> {
  const units = await loadUnitDays(ctx, [...new Set(rows.map(({ unitId }) => unitId))]);
  const atWork = await assigneesAtWork(ctx, rows);
  const acting = await actingFor(ctx.db, [...atWork], ctx.now);
  const climbed = new Map<string, ClimbedItem[]>();
  const stages = stagesIn(ctx, holders);
  for (const row of rows) {
    const dueOn = heldOn(row);
    const keepers = keepersOf(row.assigneeId, atWork, acting);
    for (const [person, stage] of stages({ unit: units.get(row.unitId), dueOn, keepers })) {
      addTo(climbed, person, { id: row.id, dueOn, stage });
    }
  }
  return new Map([...climbed].map(([person, items]) => [person, items.toSorted(longestLateFirst)]));
}

interface LateItem {
  readonly unit: UnitDays | undefined;
  readonly dueOn: IsoDate;
  /** The assignee, and who does their work today: no rung leads to either. Nobody where the assignee has left. */
  readonly keepers: readonly string[];
}

function keepersOf(
  assigneeId: string | null,
  atWork: ReadonlySet<string>,
  acting: ReadonlyMap<string, string>,
): string[] {
  return assigneeId === null || !atWork.has(assigneeId)
    ? []
    : [...new Set([assigneeId, acting.get(assigneeId) ?? assigneeId])];
}

function stagesIn(ctx: Context, holders: RungHolders): (item: LateItem) => (readonly [string, ReminderStage])[] {
  const ladder = ladderOf(ctx);
  const lateness = latenessOfMany(lastRungDays(ladder));
  return ({ unit, dueOn, keepers }) => {
    if (unit === undefined || compareDates(dueOn, unit.today) >= 0) {
      return [];
    }
    const { stages } = toldAt(ladder, lateness(unit.calendar, dueOn, unit.today), (role: Role) =>
      role === "account_manager" ? keepers : holders.of(unit.unitId, role, keepers),
    );
    return [...stages].filter(([person]) => !keepers.includes(person));
  };
}

async function assigneesAtWork(ctx: Context, rows: readonly LateRow[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))];
  const people = await inTurns(ids, (some) =>
    ctx.db.person.findMany({
      where: { id: { in: some } },
      select: { id: true, leftOn: true, unit: { select: { timeZone: true } } },
    }),
  );
  return new Set(people.filter((person) => isAtWork(person, ctx.now)).map(({ id }) => id));
}

export function longestLateFirst(a: ClimbedItem, b: ClimbedItem): number {
  return compareDates(a.dueOn, b.dueOn) || (a.id < b.id ? -1 : 1);
}
