/** What one person has to do, as the morning, the Home tab and `/postloan due` show it. */
import { addDays, compareDates, isoDate } from "../../domain/dates.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { findClimbed, findLateReviews } from "./climbed-items.ts";
import { countDesk, type DeskItem, findBegun, findDue, findReturned, type ItemRow, toDeskItem } from "./desk-items.ts";
import { assigneesOf, type Keeper, loadKeepers } from "./keepers.ts";
import { findClimbedKeyDates, findOwnKeyDates } from "./key-date-items.ts";
import { findClimbedMeasures, findMeasureWaits, findOwnMeasures } from "./measure-items.ts";
import { findOverrideWaits } from "./override-items.ts";
import { soonDaysOf } from "./rules.ts";
import { countStages, DESK_STAGES, type DeskStage, type StageCounts, stageOf } from "./stages.ts";
import { findZoneWaits } from "./zone-items.ts";

export interface StagedItem extends DeskItem {
  readonly stage: DeskStage;
}

export interface Desk {
  readonly personId: string;
  readonly name: string;
  /** The person's own date. */
  readonly today: IsoDate;
  /** How many days ahead `due_soon` reaches. */
  readonly soonDays: number;
  /** By stage, then by due date: the most urgent first. At most `limit` of what is due, of the returned and of the begun. */
  readonly items: readonly StagedItem[];
  /** Of everything, also what did not fit into `items`. */
  readonly counts: StageCounts;
  /** Reports that wait for a reviewer. */
  readonly waiting: number;
  /** What comes after the days that `due_soon` reaches. */
  readonly next?: { readonly borrowerId: string; readonly borrowerName: string; readonly dueOn: IsoDate };
}

export interface DeskOptions {
  readonly limit?: number;
}

/** More than an officer keeps; beyond it the counts still tell the truth. */
const LIMIT = 200;

/** The desk of the person who asks. Refused where it is another's, unless they stand in for them. */
export async function deskOf(ctx: Context, personId: string, options: DeskOptions = {}): Promise<Desk | Refusal> {
  const refused = authorize(ctx, "see_own_desk", { unitPath: [], assigneeId: personId });
  if (refused !== undefined) {
    return refused;
  }
  const keeper = (await loadKeepers(ctx, [personId])).get(personId);
  return keeper === undefined ? refuse("not_found", { number: personId }) : deskOfKeeper(ctx, keeper, options.limit);
}

/** Reads by index, each with a limit. */
export async function deskOfKeeper(ctx: Context, keeper: Keeper, limit = LIMIT): Promise<Desk> {
  const soonDays = soonDaysOf(ctx);
  const assignees = assigneesOf(keeper);
  const horizon = addDays(keeper.today, soonDays);
  const due = await findDue(ctx, assignees, horizon, limit);
  const returned = await findReturned(ctx, assignees, limit);
  const begun = await findBegun(ctx, assignees, horizon, limit);
  const own = [...due, ...returned, ...begun].flatMap((row) => staged(ctx, row, keeper, soonDays));
  // Of what others are late with, all that a list shows; the counts tell the rest.
  const ofOthers = Math.min(limit, LIMIT);
  const climbed = await findClimbed(ctx, keeper, ofOthers);
  const reviews = await findLateReviews(ctx, keeper, ofOthers);
  const measures = await findOwnMeasures(ctx, keeper, limit);
  const overdue = await findClimbedMeasures(ctx, keeper, ofOthers);
  const results = await findMeasureWaits(ctx, keeper, ofOthers);
  const overrides = await findOverrideWaits(ctx, keeper, ofOthers);
  const zones = await findZoneWaits(ctx, keeper, ofOthers);
  const lapsing = await findOwnKeyDates(ctx, keeper, limit);
  const lapsed = await findClimbedKeyDates(ctx, keeper, ofOthers);
  const wasCut = [due, returned, begun].some((rows) => rows.length === limit);
  const next = await findNext(ctx, assignees, horizon);
  return {
    personId: keeper.personId,
    name: keeper.name,
    today: keeper.today,
    soonDays,
    items: inOrder([
      ...own,
      ...climbed.items.map((item) => ({ ...item, stage: "climbed" as const })),
      ...reviews.items.map((item) => ({ ...item, stage: "review_late" as const })),
      ...results.items.map((item) => ({ ...item, stage: "measure_waits" as const })),
      ...overrides.items.map((item) => ({ ...item, stage: "override_waits" as const })),
      ...zones.items.map((item) => ({ ...item, stage: "zone_waits" as const })),
      ...measures.map((item) => ({ ...item, stage: "measure" as const })),
      ...overdue.items.map((item) => ({ ...item, stage: "measure_climbed" as const })),
      ...lapsing.items.map((item) => ({ ...item, stage: "key_date" as const })),
      ...lapsed.items.map((item) => ({ ...item, stage: "key_date_climbed" as const })),
    ]),
    counts: {
      ...(wasCut
        ? await countDesk(ctx, assignees, keeper.today, soonDays)
        : countStages(own.map(({ stage }) => stage))),
      climbed: climbed.count,
      review_late: reviews.count,
      measure_waits: results.count,
      override_waits: overrides.count,
      zone_waits: zones.count,
      measure: measures.length,
      measure_climbed: overdue.count,
      key_date: lapsing.count,
      key_date_climbed: lapsed.count,
    },
    waiting: await ctx.db.inspection.count({
      where: { assigneeId: { in: assignees }, state: { in: ["submitted", "in_review"] } },
    }),
    ...(next === undefined ? {} : { next }),
  };
}

function staged(ctx: Context, row: ItemRow, keeper: Keeper, soonDays: number): StagedItem[] {
  const item = toDeskItem(ctx, row, keeper);
  const stage = stageOf(item.state, item.dueOn, keeper.today, soonDays);
  return stage === undefined ? [] : [{ ...item, stage }];
}

export function inOrder<T extends StagedItem>(items: readonly T[]): T[] {
  return items.toSorted(
    (a, b) =>
      DESK_STAGES.indexOf(a.stage) - DESK_STAGES.indexOf(b.stage) ||
      compareDates(a.dueOn, b.dueOn) ||
      (a.id < b.id ? -1 : 1),
  );
}

async function findNext(ctx: Context, assignees: readonly string[], after: IsoDate): Promise<Desk["next"]> {
  const row = await ctx.db.inspection.findFirst({
    where: { assigneeId: { in: [...assignees] }, state: "planned", dueOn: { gt: after } },
    orderBy: { dueOn: "asc" },
    select: { dueOn: true, borrower: { select: { id: true, name: true } } },
  });
  return row === null
    ? undefined
    : { borrowerId: row.borrower.id, borrowerName: row.borrower.name, dueOn: isoDate(row.dueOn) };
}
