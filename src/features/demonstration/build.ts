/** Fills an empty database with the demonstration: invented people, customers, and a morning's work around one day. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { addDays, earliestOf } from "../../domain/dates.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { type Context, inTransaction, type Parts, systemContext } from "../../platform/context.ts";
import { refreshKeyDates } from "../key-dates/index.ts";
import { applyChanges, type BorrowerRecord, dutiesOf, settleZones } from "../planning/index.ts";
import { inventPortfolio } from "./book.ts";
import { fileDocuments } from "./file-documents.ts";
import { DEMONSTRATION_TIME_ZONE, type DemonstrationPerson, demonstrationPeople } from "./people.ts";
import { type DemonstrationActs, playActs, writePlay } from "./play-acts.ts";
import { seededChance } from "./random.ts";
import { rowIds } from "./row-ids.ts";
import { type BookRules, settleBorrower } from "./settle-book.ts";
import { anchorDay } from "./wanted-dates.ts";
import { type OwnedBorrower, writeBook } from "./write-book.ts";
import { type WrittenPeople, writePeople } from "./write-people.ts";
import { writePlans } from "./write-plans.ts";

export interface DemonstrationOptions {
  /** The day around which the work lies; the business clock's own where none is given. A rest day moves to the next working day. */
  readonly today?: IsoDate;
  readonly acts?: DemonstrationActs;
  /** The Slack team of the people; the local workspace's where none is given. */
  readonly teamId?: string;
}

export interface Demonstration {
  readonly people: readonly DemonstrationPerson[];
  /** The working day on which work is due today. */
  readonly today: IsoDate;
  readonly borrowers: number;
  readonly loans: number;
  readonly inspections: number;
}

const SETTING = "demonstration";
const SEED = 20_260_310;
const TAKEN_ON_DAYS_AGO = 200;
/** The book takes a second or two; a machine that is busy with other things gets its time. */
const BUILT_IN_MS = 120_000;

/** Nothing where the database holds a demonstration already. Throws where it holds other borrowers. */
export async function buildDemonstration(
  parts: Parts,
  options: DemonstrationOptions = {},
): Promise<Demonstration | undefined> {
  const { db } = parts.database;
  if ((await db.setting.findUnique({ where: { key: SETTING } })) !== null) {
    return undefined;
  }
  if ((await db.orgUnit.count()) > 0) {
    throw new Error("the demonstration is built in an empty database only");
  }
  const ctx = systemContext(parts);
  const calendar = chinaOf(parts);
  const today = anchorDay(calendar, options.today ?? localDate(ctx.now, DEMONSTRATION_TIME_ZONE));
  const written = await inTransaction(ctx, (tx) => writeAll(tx, calendar, today, options.teamId), BUILT_IN_MS);
  const refused = await refreshKeyDates(ctx);
  if (isRefusal(refused)) throw new Error(refused.refused);
  await playActs(parts, options.acts ?? {});
  return {
    people: demonstrationPeople,
    today,
    borrowers: written.book.length,
    loans: written.book.reduce((sum, { facts }) => sum + facts.loans.length, 0),
    inspections: written.inspections,
  };
}

async function writeAll(tx: Context, calendar: BusinessCalendar, today: IsoDate, teamId: string | undefined) {
  const takeOnOn = addDays(today, -TAKEN_ON_DAYS_AGO);
  const since = momentAt(takeOnOn, "08:00", DEMONSTRATION_TIME_ZONE).toJSDate();
  const newRowId = rowIds(since.getTime());
  const people = await writePeople(tx.db, newRowId, since, teamId);
  const rules = { policy: tx.policy.policy, calendar, anchor: today, takeOnOn, newRowId };
  const book = inventBook(rules, people);
  await writeBook(tx.db, book, { newRowId, since, anchor: today });
  await fileDocuments(tx, book, { newRowId, chance: seededChance(SEED + 1), anchor: today });
  const inspections = await planInvented(tx, calendar, today, book);
  // On a rest day the book lies around the next working day; nobody has made a visit that is yet to come.
  await writePlay(tx.db, book, earliestOf(today, localDate(tx.now, DEMONSTRATION_TIME_ZONE)));
  await writePlans(tx.db, book, { newRowId, since, anchor: today });
  await tx.db.setting.create({ data: { key: SETTING, value: today } });
  return { book, inspections };
}

function inventBook(rules: BookRules, { officers }: WrittenPeople): OwnedBorrower[] {
  const chance = seededChance(SEED);
  const used = new Set<string>();
  const invented = officers.flatMap(({ id, unitId }, place) =>
    inventPortfolio(chance, place, used).map((borrower) => ({ borrower, ownerId: id, unitId })),
  );
  return invented.map(({ borrower, ownerId, unitId }, index) => ({
    ...settleBorrower(rules, borrower, index + 1, chance),
    ownerId,
    unitId,
  }));
}

/** As the rules plan them, without the grace that a change would give: these dates have stood for a while. */
async function planInvented(
  tx: Context,
  calendar: BusinessCalendar,
  today: IsoDate,
  book: readonly OwnedBorrower[],
): Promise<number> {
  const batch = book.map(({ facts, invented, unitId, ownerId }) => {
    const { timeZone } = calendar;
    const record: BorrowerRecord = {
      facts,
      name: invented.name,
      zone: null,
      unitId,
      calendar,
      timeZone,
      today,
      ownerId,
      known: [],
    };
    const create = dutiesOf(tx.policy.policy, record);
    return { record, changes: { create, move: [], amend: [], keep: [], cancel: [], reassign: [] } };
  });
  const { created } = await applyChanges(tx, batch, { why: SETTING });
  await settleZones(
    tx,
    batch.map(({ record }) => record),
  );
  return created.length;
}

function chinaOf(parts: Parts): BusinessCalendar {
  const calendar = parts.calendars.get("cn");
  if (calendar === undefined) {
    throw new Error("the demonstration needs the calendar cn");
  }
  return calendar;
}
