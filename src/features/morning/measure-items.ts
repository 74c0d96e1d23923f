/** Measures as items of a list: those that the reader answers for, and those of others that are late. */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../domain/dates.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import { CASE_STATES, type IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { calendarOf, climbedTo, MEASURES, WAITING_RESULTS, waitsTo } from "../ladder/index.ts";
import { caseNumber, goalOf } from "../measures/index.ts";
import type { DeskItem } from "./desk-items.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { soonDaysOf } from "./rules.ts";

const COUNTED = 1_000;

/** What the reader answers for and is due within the days that the reminders reach, the most urgent first. */
export async function findOwnMeasures(ctx: Context, keeper: Keeper, most: number): Promise<DeskItem[]> {
  const rows = await ctx.db.case.findMany({
    where: {
      ownerId: { in: assigneesOf(keeper) },
      state: "open",
      dueOn: { lte: addDays(keeper.today, soonDaysOf(ctx)) },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  return toMeasureItems(ctx, rows, keeper);
}

/** Late with somebody else, and climbed to the reader: `most` of them as items, and how many there are. */
export async function findClimbedMeasures(ctx: Context, keeper: Keeper, most: number) {
  const climbed = await climbedTo(ctx, MEASURES, assigneesOf(keeper), COUNTED);
  return { items: await toMeasureItems(ctx, climbed.slice(0, most), keeper), count: climbed.length };
}

/** Reported, and waiting too long for a second person: the same of these. */
export async function findMeasureWaits(ctx: Context, keeper: Keeper, most: number) {
  const waiting = await waitsTo(ctx, WAITING_RESULTS, assigneesOf(keeper), COUNTED);
  const wanted = waiting.slice(0, most).map(({ id, stage, dueOn }) => ({ id, stage, decideBy: dueOn }));
  return { items: await toMeasureItems(ctx, wanted, keeper), count: waiting.length };
}

interface Wanted {
  readonly id: string;
  readonly stage?: ReminderStage | undefined;
  /** Where its result waits: by when it is closed. */
  readonly decideBy?: IsoDate;
}

/** In the order of `wanted`; with a stage, late with somebody else. */
export async function toMeasureItems(ctx: Context, wanted: readonly Wanted[], keeper: Keeper): Promise<DeskItem[]> {
  const rows = await byId(
    wanted.map(({ id }) => id),
    (some) => findRows(ctx, some),
  );
  const inspections = await byId(
    [...rows.values()].flatMap(({ inspectionId }) => inspectionId ?? []),
    (some) =>
      ctx.db.inspection.findMany({
        where: { id: { in: some } },
        select: { id: true, number: true },
      }),
  );
  return wanted.flatMap(({ id, stage, decideBy }): DeskItem[] => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const inspectionNumber = inspections.get(row.inspectionId ?? "")?.number;
    return [toItem(ctx, { row, inspectionNumber, stage, decideBy }, keeper)];
  });
}

function findRows(ctx: Context, ids: readonly string[]) {
  return ctx.db.case.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      kind: true,
      reviewsId: true,
      inspectionId: true,
      place: true,
      goal: true,
      state: true,
      dueOn: true,
      ownerId: true,
      owner: { select: { name: true } },
      borrower: { select: { name: true, number: true, unit: { select: { calendarId: true, timeZone: true } } } },
    },
  });
}

interface Found {
  readonly row: Awaited<ReturnType<typeof findRows>>[number];
  readonly inspectionNumber: string | undefined;
  readonly stage: ReminderStage | undefined;
  readonly decideBy: IsoDate | undefined;
}

function toItem(ctx: Context, { row, inspectionNumber, stage, decideBy }: Found, keeper: Keeper): DeskItem {
  const { calendarId, timeZone } = row.borrower.unit;
  const dueOn = decideBy ?? isoDate(row.dueOn);
  const absent = keeper.standsInFor.find(({ personId }) => personId === row.ownerId);
  const isMine = assigneesOf(keeper).includes(row.ownerId);
  return {
    id: row.id,
    number: caseNumber(row, inspectionNumber),
    borrowerName: row.borrower.name,
    borrowerNumber: row.borrower.number,
    // Of inspections; nobody reads it of a measure.
    ...{ kind: "routine", mode: "off_site" },
    state: "planned",
    assigneeId: row.ownerId,
    dueOn,
    provisional: false,
    hasDraft: false,
    products: [],
    worstTier: "normal",
    lateDays: Math.max(0, workingDaysBetween(calendarOf(ctx, calendarId), dueOn, localDate(ctx.now, timeZone))),
    ...(absent === undefined ? {} : { forPerson: absent.name }),
    ...(isMine || stage === undefined ? {} : { climbed: { stage, officer: row.owner.name } }),
    putOff: { may: { more: false, nudge: false, extend: false, reassign: false } },
    measure: {
      goal: goalOf(ctx.t, row),
      kind: row.kind,
      state: oneOf(CASE_STATES, row.state),
      ...(decideBy === undefined ? {} : { waits: true }),
    },
  };
}
