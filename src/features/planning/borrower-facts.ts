/** What planning must know of borrowers, loaded in bounded batches. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../domain/dates.ts";
import type { BorrowerFacts, LoanFacts } from "../../domain/loan.ts";
import {
  CUSTOMER_TYPES,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type InspectionKind,
  type InspectionState,
  type IsoDate,
  LOAN_STATES,
  OPEN_INSPECTION_STATES,
  PRODUCTS,
  PROJECT_PHASES,
  RISK_TIERS,
  VISIT_MODES,
  type VisitMode,
} from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf, oneOfOrNone } from "../../platform/stored-word.ts";

/** An inspection that is open, or one that is made once: a disbursement's first, an overdue loan's special. */
export interface KnownInspection {
  readonly id: string;
  readonly number: string;
  readonly kind: InspectionKind;
  readonly occasion: string;
  readonly mode: VisitMode;
  readonly dueOn: IsoDate;
  readonly provisional: boolean;
  readonly policyLine: string;
  readonly because: string;
  readonly state: InspectionState;
  readonly assigneeId: string | null;
  /** Who accepted this one inspection from whoever had it: it stays with them when the account is planned again. */
  readonly takenOverBy: readonly string[];
  readonly version: number;
  /** The unit's own date. */
  readonly createdOn: IsoDate;
  readonly loanIds: readonly string[];
  /** The rule's date before a manager moved it to the one it has. */
  readonly extendedFrom?: IsoDate;
}

/** One borrower as the record has it now. */
export interface BorrowerRecord {
  readonly facts: BorrowerFacts;
  readonly name: string;
  readonly unitId: string;
  readonly calendar: BusinessCalendar;
  /** The unit's own date. */
  readonly today: IsoDate;
  readonly ownerId: string | null;
  readonly known: readonly KnownInspection[];
}

/** Short notes outside the quality gate; they are no visits. */
export const NOTE_KINDS = ["weekly_track", "contact_note"] as const;
/** The states that leave duties. */
export const PURSUED_STATES = ["live", "written_off"] as const;
export const OVERDUE_OCCASIONS = ["overdue_not_cured", "overdue"];
export const RE_INSPECTION = "re_inspection";

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
      loans: { where: { state: { in: [...PURSUED_STATES] } }, orderBy: { id: "asc" } },
      ownerships: { where: { toAt: null }, select: { personId: true } },
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
  const today = localDate(ctx.now, timeZone);
  const dayOf = (at: Date) => localDate(momentFromDate(at), timeZone);
  return {
    facts: {
      id: row.id,
      number: row.number,
      customerType: oneOf(CUSTOMER_TYPES, row.customerType),
      loans: row.loans.map(toLoan).filter(({ disbursedOn }) => disbursedOn <= today),
      takeOnOn: isoDate(row.takeOnOn),
      lastInspectedOn: dateOrNone(row.lastInspectedOn),
      lastVisitOn: dateOrNone(row.lastVisitOn),
      lastOnSiteOn: dateOrNone(row.lastOnSiteOn),
      lastNoteOn: lastNoteAt === null ? undefined : dayOf(lastNoteAt),
    },
    name: row.name,
    unitId: row.unitId,
    calendar: calendarOf(ctx, row.unit.calendarId),
    today,
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
