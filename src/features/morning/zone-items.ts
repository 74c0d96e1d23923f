/** Zones that were asked for and wait too long for whoever decides, as items of a list. */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../domain/dates.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import { type IsoDate, ZONES } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { calendarOf, WAITING_ZONES, waitsTo } from "../ladder/index.ts";
import { namesById } from "../people/index.ts";
import type { DeskItem } from "./desk-items.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";

/** Counted up to here; nobody reads further. */
const COUNTED = 1_000;

/** Now, the longest late first: `most` of them as items, and how many there are. */
export async function findZoneWaits(ctx: Context, keeper: Keeper, most: number) {
  const waiting = await waitsTo(ctx, WAITING_ZONES, assigneesOf(keeper), COUNTED);
  return { items: await toZoneItems(ctx, waiting.slice(0, most)), count: waiting.length };
}

interface Wanted {
  readonly id: string;
  readonly stage: ReminderStage;
  /** By when it is decided. */
  readonly dueOn: IsoDate;
}

/** In the order of `wanted`. */
export async function toZoneItems(ctx: Context, wanted: readonly Wanted[]): Promise<DeskItem[]> {
  const rows = await byId(
    wanted.map(({ id }) => id),
    (some) => findRows(ctx, some),
  );
  const names = await namesById(
    ctx.db,
    [...rows.values()].map(({ askedById }) => askedById),
  );
  return wanted.flatMap((one): DeskItem[] => {
    const row = rows.get(one.id);
    return row === undefined ? [] : [toItem(ctx, row, { ...one, askedBy: names.get(row.askedById) ?? "" })];
  });
}

function findRows(ctx: Context, ids: readonly string[]) {
  return ctx.db.zoneOverride.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      zone: true,
      computed: true,
      untilOn: true,
      reason: true,
      state: true,
      askedById: true,
      borrower: { select: { name: true, number: true, unit: { select: { calendarId: true, timeZone: true } } } },
    },
  });
}

type ZoneRow = Awaited<ReturnType<typeof findRows>>[number];

function toItem(
  ctx: Context,
  row: ZoneRow,
  { stage, dueOn, askedBy }: Wanted & { readonly askedBy: string },
): DeskItem {
  const { calendarId, timeZone } = row.borrower.unit;
  const waits = row.state === "asked";
  return {
    id: row.id,
    number: row.borrower.number,
    borrowerName: row.borrower.name,
    borrowerNumber: row.borrower.number,
    // No inspection: lists read `zone` first.
    ...{ kind: "routine", mode: "off_site", state: waits ? "planned" : "approved" },
    assigneeId: null,
    dueOn,
    provisional: false,
    hasDraft: false,
    products: [],
    worstTier: "normal",
    lateDays: Math.max(0, workingDaysBetween(calendarOf(ctx, calendarId), dueOn, localDate(ctx.now, timeZone))),
    climbed: { stage, officer: askedBy },
    putOff: { may: { more: false, nudge: false, extend: false, reassign: false } },
    zone: {
      askedBy,
      waits,
      move: { from: oneOf(ZONES, row.computed), to: oneOf(ZONES, row.zone), untilOn: isoDate(row.untilOn) },
      reason: row.reason,
    },
  };
}
