/** Key dates as items of a list: of the reader's own customers, and those of others that lapsed and climbed. */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { compareDates, isoDate } from "../../domain/dates.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import { KEY_DATE_KINDS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type DueInstalment, instalmentsOf, keyDatesOf } from "../key-dates/index.ts";
import { calendarOf, climbedTo, KEY_DATES } from "../ladder/index.ts";
import { namesById } from "../people/index.ts";
import type { DeskItem } from "./desk-items.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { ownKeyDates } from "./own-key-dates.ts";

/** Counted up to here; nobody reads further. */
const COUNTED = 1_000;

/** Of the customers that the reader keeps, the most urgent first: `most` of them as items, and how many there are. */
export async function findOwnKeyDates(ctx: Context, keeper: Keeper, most: number) {
  const open = await keyDatesOf(ctx, assigneesOf(keeper));
  const mine = ownKeyDates(ctx, keeper, open);
  return { items: await toKeyDateItems(ctx, mine.slice(0, most), keeper), count: mine.length };
}

/** Lapsed with somebody else, and climbed to the reader: the same of these. */
export async function findClimbedKeyDates(ctx: Context, keeper: Keeper, most: number) {
  const climbed = await climbedTo(ctx, KEY_DATES, assigneesOf(keeper), COUNTED);
  return { items: await toKeyDateItems(ctx, climbed.slice(0, most), keeper), count: climbed.length };
}

interface Wanted {
  readonly id: string;
  readonly stage?: ReminderStage | undefined;
}

/** In the order of `wanted`. */
export async function toKeyDateItems(ctx: Context, wanted: readonly Wanted[], keeper: Keeper): Promise<DeskItem[]> {
  const rows = await byId(
    wanted.map(({ id }) => id),
    (some) => findRows(ctx, some),
  );
  const keepers = [...rows.values()].flatMap(({ borrower }) => borrower.ownerships[0]?.personId ?? []);
  const names = await namesById(ctx.db, keepers);
  const instalments = await instalmentsOf(ctx, [...rows.values()]);
  return wanted.flatMap(({ id, stage }): DeskItem[] => {
    const row = rows.get(id);
    return row === undefined ? [] : [toItem(ctx, { row, stage, names, instalment: instalments.get(id) }, keeper)];
  });
}

function findRows(ctx: Context, ids: readonly string[]) {
  return ctx.db.keyDate.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      kind: true,
      subjectId: true,
      amountMinor: true,
      currency: true,
      reference: true,
      dueOn: true,
      heldOn: true,
      metOn: true,
      borrower: {
        select: {
          name: true,
          number: true,
          unit: { select: { calendarId: true, timeZone: true } },
          ownerships: { where: { toAt: null }, select: { personId: true } },
        },
      },
    },
  });
}

interface Found {
  readonly row: Awaited<ReturnType<typeof findRows>>[number];
  readonly stage: ReminderStage | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly instalment: DueInstalment | undefined;
}

function toItem(ctx: Context, { row, stage, names, instalment }: Found, keeper: Keeper): DeskItem {
  const { calendarId, timeZone } = row.borrower.unit;
  const keptBy = row.borrower.ownerships[0]?.personId ?? null;
  const absent = keeper.standsInFor.find(({ personId }) => personId === keptBy);
  const isMine = keptBy !== null && assigneesOf(keeper).includes(keptBy);
  const held = isoDate(row.heldOn);
  return {
    id: row.id,
    number: row.reference,
    borrowerName: row.borrower.name,
    borrowerNumber: row.borrower.number,
    // No inspection: lists read `keyDate` first.
    ...{ kind: "routine", mode: "off_site", state: row.metOn === null ? "planned" : "approved" },
    assigneeId: keptBy,
    dueOn: isoDate(row.dueOn),
    provisional: false,
    hasDraft: false,
    products: [],
    worstTier: "normal",
    lateDays: Math.max(0, workingDaysBetween(calendarOf(ctx, calendarId), held, localDate(ctx.now, timeZone))),
    ...(absent === undefined ? {} : { forPerson: absent.name }),
    ...(isMine || stage === undefined
      ? {}
      : { climbed: { stage, officer: keptBy === null ? undefined : names.get(keptBy) } }),
    putOff: { may: { more: false, nudge: false, extend: false, reassign: false } },
    keyDate: {
      kind: oneOf(KEY_DATE_KINDS, row.kind),
      reference: row.reference,
      isMet: row.metOn !== null,
      isPast: compareDates(isoDate(row.dueOn), localDate(ctx.now, timeZone)) < 0,
      instalment,
    },
  };
}
