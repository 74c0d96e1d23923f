/** Borrowers read from the record, in bounded batches. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../domain/dates.ts";
import type { LoanFacts } from "../../domain/loan.ts";
import {
  CUSTOMER_TYPES,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type IsoDate,
  LOAN_STATES,
  OPEN_INSPECTION_STATES,
  PRODUCTS,
  PROJECT_PHASES,
  PURSUED_LOAN_STATES,
  RISK_TIERS,
  VISIT_MODES,
  ZONES,
} from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf, oneOfOrNone } from "../../platform/stored-word.ts";
import { openSignalLevel, standingOverride, ZONE_FACTS } from "../standing-zones/index.ts";
import { type BorrowerRecord, type KnownInspection, NOTE_KINDS, OVERDUE_OCCASIONS, seenAt } from "./borrower-facts.ts";

const INSPECTION_FIELDS = {
  id: true,
  number: true,
  kind: true,
  occasion: true,
  mode: true,
  dueOn: true,
  provisional: true,
  policyLine: true,
  because: true,
  state: true,
  assigneeId: true,
  version: true,
  createdAt: true,
  submittedAt: true,
  loans: { select: { loanId: true } },
  handovers: { where: { state: "accepted" }, select: { toPersonId: true } },
  extensions: {
    where: { state: "approved" },
    orderBy: { decidedAt: "desc" },
    take: 1,
    select: { fromDueOn: true, toDueOn: true },
  },
} as const;

function findBorrowers(ctx: Context, ids: readonly string[]) {
  return ctx.db.borrower.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    include: {
      unit: { select: { calendarId: true, timeZone: true } },
      loans: { where: { state: { in: [...PURSUED_LOAN_STATES] } }, orderBy: { id: "asc" } },
      ownerships: { where: { toAt: null }, select: { personId: true } },
      ...ZONE_FACTS,
      inspections: {
        where: {
          OR: [
            { state: { in: [...OPEN_INSPECTION_STATES] } },
            { kind: "first" },
            { occasion: { in: OVERDUE_OCCASIONS } },
          ],
        },
        select: INSPECTION_FIELDS,
      },
    },
  });
}

/** Their inspections' loans are asked for in one question, which takes a thousand parameters. */
const BORROWERS_AT_ONCE = 100;

type BorrowerRow = Awaited<ReturnType<typeof findBorrowers>>[number];

/** Facts dated after the unit's own date are not seen. */
export async function loadRecords(ctx: Context, borrowerIds: readonly string[]): Promise<BorrowerRecord[]> {
  return (await loadWholeRecords(ctx, borrowerIds)).map((whole) => seenAt(whole, ctx.now));
}

/** With loans that are paid out only after today. */
export async function loadWholeRecords(ctx: Context, borrowerIds: readonly string[]): Promise<BorrowerRecord[]> {
  const rows: BorrowerRow[] = [];
  const ids = borrowerIds.toSorted();
  for (let start = 0; start < ids.length; start += BORROWERS_AT_ONCE) {
    rows.push(...(await findBorrowers(ctx, ids.slice(start, start + BORROWERS_AT_ONCE))));
  }
  const notes = await inTurns(borrowerIds, (some) => findLastNotes(ctx, some));
  const lastNotes = new Map(notes.map(({ borrowerId, _max }) => [borrowerId, _max.submittedAt]));
  return rows.map((row) => toRecord(ctx, row, lastNotes.get(row.id) ?? null));
}

/** Notes are many, one a week for years; the rules ask only when the last one was. */
function findLastNotes(ctx: Context, borrowerIds: readonly string[]) {
  return ctx.db.inspection.groupBy({
    by: ["borrowerId"],
    where: { borrowerId: { in: [...borrowerIds] }, kind: { in: [...NOTE_KINDS] }, submittedAt: { not: null } },
    _max: { submittedAt: true },
  });
}

function toRecord(ctx: Context, row: BorrowerRow, lastNoteAt: Date | null): BorrowerRecord {
  const { timeZone } = row.unit;
  const dayOf = (at: Date) => localDate(momentFromDate(at), timeZone);
  return {
    facts: {
      id: row.id,
      number: row.number,
      customerType: oneOf(CUSTOMER_TYPES, row.customerType),
      loans: row.loans.map(toLoan),
      takeOnOn: isoDate(row.takeOnOn),
      lastInspectedOn: dateOrNone(row.lastInspectedOn),
      lastVisitOn: dateOrNone(row.lastVisitOn),
      lastOnSiteOn: dateOrNone(row.lastOnSiteOn),
      lastNoteOn: lastNoteAt === null ? undefined : dayOf(lastNoteAt),
      openSignalLevel: openSignalLevel(row),
      zoneOverride: standingOverride(row, localDate(ctx.now, timeZone)),
    },
    name: row.name,
    zone: oneOfOrNone(ZONES, row.zone) ?? null,
    unitId: row.unitId,
    calendar: calendarOf(ctx, row.unit.calendarId),
    timeZone,
    today: localDate(ctx.now, timeZone),
    ownerId: row.ownerships[0]?.personId ?? null,
    known: row.inspections.map((inspection) => toKnown(inspection, dayOf)),
  };
}

function toLoan(row: BorrowerRow["loans"][number]): LoanFacts {
  const { currency } = row;
  return {
    id: row.id,
    number: row.number,
    borrowerId: row.borrowerId,
    product: oneOf(PRODUCTS, row.product),
    phase: oneOfOrNone(PROJECT_PHASES, row.phase),
    state: oneOf(LOAN_STATES, row.state),
    disbursedOn: isoDate(row.disbursedOn),
    maturesOn: dateOrNone(row.maturesOn),
    principal: { minor: row.principalMinor, currency },
    drawn: { minor: row.drawnMinor, currency },
    tier: oneOf(RISK_TIERS, row.tier),
    seasonKey: row.seasonKey ?? undefined,
    pastDueSince: dateOrNone(row.pastDueSince),
  };
}

function toKnown(
  { loans, handovers, extensions, createdAt, submittedAt: _, ...row }: BorrowerRow["inspections"][number],
  dayOf: (at: Date) => IsoDate,
): KnownInspection {
  return {
    ...row,
    createdOn: dayOf(createdAt),
    kind: oneOf(INSPECTION_KINDS, row.kind),
    mode: oneOf(VISIT_MODES, row.mode),
    state: oneOf(INSPECTION_STATES, row.state),
    dueOn: isoDate(row.dueOn),
    loanIds: loans.map(({ loanId }) => loanId),
    takenOverBy: handovers.map(({ toPersonId }) => toPersonId),
    ...extended(row.dueOn, extensions),
  };
}

function extended(dueOn: string, [last]: BorrowerRow["inspections"][number]["extensions"]) {
  return last === undefined || last.toDueOn !== dueOn ? {} : { extendedFrom: isoDate(last.fromDueOn) };
}

/** Throws where a unit names a calendar that is not loaded: starting checks that every one exists. */
export function calendarOf(ctx: Context, calendarId: string): BusinessCalendar {
  const calendar = ctx.parts.calendars.get(calendarId);
  if (calendar === undefined) {
    throw new Error(`a unit names the calendar ${calendarId}, which is not loaded`);
  }
  return calendar;
}

function dateOrNone(date: string | null): IsoDate | undefined {
  return date === null ? undefined : isoDate(date);
}
