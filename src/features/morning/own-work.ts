/** A person's own open work on a morning, and the stage at which each item stands. */

import { addDays, compareDates, daysBetween, isoDate } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { lastRungDays, latenessOf, type ReminderStage, stageBefore, toldAt } from "../../domain/reminders/index.ts";
import type { InspectionState, IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { deskState, heldOn, ladderOf, OPEN, RETURNED } from "../ladder/index.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { soonDaysOf } from "./rules.ts";
import { isToldStage, stageOf, type ToldStage } from "./stages.ts";

export interface OpenItem {
  readonly id: string;
  readonly assigneeId: string;
  readonly dueOn: IsoDate;
  readonly state: InspectionState;
}

export interface OwnItem {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly section: ToldStage;
  /** Missing where no stage of the policy is reached. */
  readonly stage: ReminderStage | undefined;
  /** Today's work: listed each morning, until it is so old that it comes once a week. */
  readonly forToday: boolean;
}

/** A local date is at most a day ahead of the one in UTC. */
const ZONE_DAYS = 1;

/** The last day whose due work the reminders reach, wherever the reader is. */
export function reachOf(ctx: Context): IsoDate {
  return addDays(isoDate(ctx.now.toISODate()), soonDaysOf(ctx) + ZONE_DAYS);
}

export async function findOpen(ctx: Context, readers: readonly Keeper[]): Promise<Map<string, OpenItem[]>> {
  const assignees = [...new Set(readers.flatMap(assigneesOf))];
  const rows = await inTurns(assignees, (some) =>
    ctx.db.inspection.findMany({
      where: { assigneeId: { in: some }, OR: [{ ...OPEN, dueOn: { lte: reachOf(ctx) } }, RETURNED] },
      select: { id: true, assigneeId: true, dueOn: true, returnedDueOn: true, state: true },
    }),
  );
  const byAssignee = new Map<string, OpenItem[]>();
  for (const row of rows) {
    if (row.assigneeId !== null) {
      const item = { id: row.id, assigneeId: row.assigneeId, dueOn: heldOn(row), state: deskState(row) };
      addTo(byAssignee, row.assigneeId, item);
    }
  }
  return byAssignee;
}

export function ownWork(ctx: Context, keeper: Keeper, open: ReadonlyMap<string, readonly OpenItem[]>): OwnItem[] {
  const mine = assigneesOf(keeper).flatMap((personId) => open.get(personId) ?? []);
  return mine.flatMap((item): OwnItem[] => {
    const section = stageOf(item.state, item.dueOn, keeper.today, soonDaysOf(ctx));
    return section !== undefined && isToldStage(section)
      ? [{ id: item.id, dueOn: item.dueOn, section, ...standing(ctx, keeper, item.dueOn, section) }]
      : [];
  });
}

/** The assignee's own rung of the ladder; before the due date, the policy's days, or those of a kind of work that has its own. */
export function standing(
  ctx: Context,
  keeper: Keeper,
  dueOn: IsoDate,
  section: ToldStage,
  before = ctx.policy.policy.reminders.before_due_days,
) {
  if (compareDates(dueOn, keeper.today) >= 0) {
    const stage = section === "returned" ? undefined : stageBefore(before, daysBetween(keeper.today, dueOn));
    return { stage, forToday: section !== "due_soon" };
  }
  const ladder = ladderOf(ctx);
  const last = lastRungDays(ladder);
  const late = latenessOf(keeper.calendar, dueOn, keeper.today, last);
  const { stages } = toldAt(ladder, late, (role) => (role === "account_manager" ? ["keeper"] : ["another"]));
  return { stage: stages.get("keeper"), forToday: late.workingDays <= last };
}
