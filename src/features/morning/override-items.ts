/** Overrides that wait too long for whoever decides, as items of a list. */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import { INSPECTION_KINDS, INSPECTION_STATES, type IsoDate, VISIT_MODES } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { calendarOf, WAITING_OVERRIDES, waitsTo } from "../ladder/index.ts";
import { namesById } from "../people/index.ts";
import type { DeskItem } from "./desk-items.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";

/** Counted up to here; nobody reads further. */
const COUNTED = 1_000;

/** Now, the longest late first: `most` of them as items, and how many there are. */
export async function findOverrideWaits(ctx: Context, keeper: Keeper, most: number) {
  const waiting = await waitsTo(ctx, WAITING_OVERRIDES, assigneesOf(keeper), COUNTED);
  return { items: await toOverrideItems(ctx, waiting.slice(0, most)), count: waiting.length };
}

interface Wanted {
  readonly id: string;
  readonly stage: ReminderStage;
  /** By when it is decided. */
  readonly dueOn: IsoDate;
}

/** In the order of `wanted`. */
export async function toOverrideItems(ctx: Context, wanted: readonly Wanted[]): Promise<DeskItem[]> {
  const overrides = await byId(
    wanted.map(({ id }) => id),
    (some) => ctx.db.gateOverride.findMany({ where: { id: { in: some } } }),
  );
  const rows = [...overrides.values()];
  const inspections = await byId(
    rows.map(({ inspectionId }) => inspectionId),
    (some) => findInspections(ctx, some),
  );
  const names = await namesById(
    ctx.db,
    rows.map(({ askedById }) => askedById),
  );
  return wanted.flatMap((one): DeskItem[] => {
    const row = overrides.get(one.id);
    const inspection = inspections.get(row?.inspectionId ?? "");
    const askedBy = names.get(row?.askedById ?? "") ?? "";
    return row === undefined || inspection === undefined
      ? []
      : [toItem(ctx, inspection, { ...one, askedBy, waits: row.state === "asked" })];
  });
}

function findInspections(ctx: Context, ids: readonly string[]) {
  return ctx.db.inspection.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      number: true,
      kind: true,
      mode: true,
      state: true,
      assigneeId: true,
      borrower: { select: { name: true, number: true, unit: { select: { calendarId: true, timeZone: true } } } },
    },
  });
}

type InspectionRow = Awaited<ReturnType<typeof findInspections>>[number];
type Waiting = Wanted & { readonly askedBy: string; readonly waits: boolean };

function toItem(ctx: Context, row: InspectionRow, { id, stage, dueOn, askedBy, waits }: Waiting): DeskItem {
  const { calendarId, timeZone } = row.borrower.unit;
  return {
    id,
    number: row.number,
    borrowerName: row.borrower.name,
    borrowerNumber: row.borrower.number,
    kind: oneOf(INSPECTION_KINDS, row.kind),
    mode: oneOf(VISIT_MODES, row.mode),
    state: oneOf(INSPECTION_STATES, row.state),
    assigneeId: row.assigneeId,
    dueOn,
    provisional: false,
    hasDraft: false,
    products: [],
    worstTier: "normal",
    lateDays: Math.max(0, workingDaysBetween(calendarOf(ctx, calendarId), dueOn, localDate(ctx.now, timeZone))),
    climbed: { stage, officer: askedBy },
    putOff: { may: { more: false, nudge: false, extend: false, reassign: false } },
    override: { askedBy, waits },
  };
}
