/** The inspections on a desk, as rows and as what is shown of them. */

import { looksClean } from "../../domain/batch/index.ts";
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../domain/dates.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import {
  ATTEMPT_REASONS,
  type AttemptReason,
  type CaseState,
  CUSTOMER_TYPES,
  INSPECTION_KINDS,
  type InspectionKind,
  type InspectionState,
  type IsoDate,
  type KeyDateKind,
  PRODUCTS,
  type Product,
  RISK_TIERS,
  type RiskTier,
  VISIT_MODES,
  type VisitMode,
  type Zone,
} from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { DueInstalment } from "../key-dates/index.ts";
import { calendarOf, deskState, heldOn, OPEN, RETURNED } from "../ladder/index.ts";
import type { Keeper } from "./keepers.ts";

export interface DeskItem {
  readonly id: string;
  readonly number: string;
  readonly borrowerName: string;
  readonly borrowerNumber: string;
  readonly kind: InspectionKind;
  readonly mode: VisitMode;
  readonly state: InspectionState;
  readonly assigneeId: string | null;
  /** What the keeper is held to: of a returned report, the day its correction is due. */
  readonly dueOn: IsoDate;
  readonly provisional: boolean;
  readonly hasDraft: boolean;
  /** As far as a list can tell, one of the off-site checks that are done as one. */
  readonly batchable?: boolean;
  /** Submitted in a batch. */
  readonly batched?: boolean;
  /** Of the live loans. */
  readonly products: readonly Product[];
  readonly worstTier: RiskTier;
  /** Working days after the due date; 0 where it is not late. */
  readonly lateDays: number;
  /** The absent colleague whose work this is. */
  readonly forPerson?: string;
  /** Late with somebody else. */
  readonly climbed?: Climbed;
  /** What was done to put it off, and may be: the newest try, a date asked for, quiet for the reader. */
  readonly putOff: PutOff;
  /** A report rather than an inspection: `id` is the report's. */
  /** A measure against a risk, or a customer's plan, rather than an inspection: `id` is the measure's. */
  readonly measure?: {
    /** As stored: of a measure or of a plan. */
    readonly kind: string;
    readonly goal: string;
    readonly state: CaseState;
    /** Its result waits too long for a second person: `dueOn` is the day by which it is closed. */
    readonly waits?: boolean;
  };
  /** What lapses or falls due of a customer rather than an inspection: `id` is the key date's, `dueOn` its own day. */
  readonly keyDate?: {
    readonly kind: KeyDateKind;
    readonly reference: string;
    readonly isMet: boolean;
    /** Its day is over; it may be known only since this morning. */
    readonly isPast: boolean;
    /** Of a repayment that stands in the loan's plan. */
    readonly instalment?: DueInstalment | undefined;
  };
  /** An override that waits too long for whoever decides: `id` is the override's. */
  readonly override?: { readonly askedBy: string; readonly waits: boolean };
  /** A zone that was asked for and waits too long for whoever decides: `id` is the asking's. */
  readonly zone?: {
    readonly askedBy: string;
    readonly waits: boolean;
    readonly move: ZoneMove;
    readonly reason: string;
  };
  readonly review?: {
    readonly submittedOn: IsoDate;
    readonly waits: boolean;
    readonly mayOpen: boolean;
    /** Of the off-site checks that were submitted as one. */
    readonly batch?: { readonly id: string; readonly number: string };
  };
}

export interface ZoneMove {
  readonly from: Zone;
  readonly to: Zone;
  readonly untilOn: IsoDate;
}

export interface PutOff {
  readonly attempt?: { readonly on: IsoDate; readonly reason: AttemptReason; readonly nextOn: IsoDate };
  readonly askedTo?: IsoDate;
  readonly quietUntil?: IsoDate;
  /** The reader's verbs: a button is shown only where it works. */
  readonly may: {
    readonly more: boolean;
    readonly nudge: boolean;
    readonly extend: boolean;
    readonly reassign: boolean;
  };
}

export interface Climbed {
  readonly stage: ReminderStage;
  /** Who keeps it; nobody does where it has none. */
  readonly officer: string | undefined;
}

const FIELDS = {
  id: true,
  number: true,
  assigneeId: true,
  unitId: true,
  kind: true,
  mode: true,
  state: true,
  dueOn: true,
  returnedDueOn: true,
  provisional: true,
  drafts: { where: { closedAt: null }, select: { id: true } },
  reports: { orderBy: { revision: "desc" }, take: 1, select: { batchId: true } },
  attempts: {
    orderBy: { recordedAt: "desc" },
    take: 1,
    select: { attemptedOn: true, reason: true, nextAttemptOn: true },
  },
  extensions: { where: { state: "asked" }, select: { toDueOn: true } },
  snoozes: { where: { endedAt: null }, select: { personId: true, untilOn: true } },
  borrower: {
    select: {
      name: true,
      number: true,
      customerType: true,
      unit: { select: { calendarId: true, timeZone: true } },
      loans: { where: { state: "live" }, select: { product: true, tier: true, pastDueSince: true } },
    },
  },
} as const;

export function findByIds(ctx: Context, ids: readonly string[]) {
  return inTurns(ids, (some) => ctx.db.inspection.findMany({ where: { id: { in: some } }, select: FIELDS }));
}

export type ItemRow = Awaited<ReturnType<typeof findByIds>>[number];

/** The most urgent first: what was due earliest. Asks the index of assignee, state and due date, and takes `limit` rows. */
export function findDue(ctx: Context, assignees: readonly string[], until: IsoDate, limit: number): Promise<ItemRow[]> {
  return ctx.db.inspection.findMany({
    where: { assigneeId: { in: [...assignees] }, ...OPEN, dueOn: { lte: until } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
    select: FIELDS,
  });
}

export function findReturned(ctx: Context, assignees: readonly string[], limit: number): Promise<ItemRow[]> {
  return ctx.db.inspection.findMany({
    where: { assigneeId: { in: [...assignees] }, ...RETURNED },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
    select: FIELDS,
  });
}

export function findBegun(
  ctx: Context,
  assignees: readonly string[],
  after: IsoDate,
  limit: number,
): Promise<ItemRow[]> {
  return ctx.db.inspection.findMany({
    where: { assigneeId: { in: [...assignees] }, state: "started", dueOn: { gt: after } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
    select: FIELDS,
  });
}

/** How many inspections there are of each stage, where a list had to be cut. */
export async function countDesk(ctx: Context, assignees: readonly string[], today: IsoDate, soonDays: number) {
  const assigneeId = { in: [...assignees] };
  const open = { assigneeId, ...OPEN };
  const until = addDays(today, soonDays);
  const [late, dueToday, dueSoon, returned, begun] = [
    await ctx.db.inspection.count({ where: { ...open, dueOn: { lt: today } } }),
    await ctx.db.inspection.count({ where: { ...open, dueOn: today } }),
    await ctx.db.inspection.count({ where: { ...open, dueOn: { gt: today, lte: until } } }),
    await ctx.db.inspection.count({ where: { assigneeId, ...RETURNED } }),
    await ctx.db.inspection.count({ where: { assigneeId, state: "started", dueOn: { gt: until } } }),
  ];
  return { late, returned, due_today: dueToday, due_soon: dueSoon, begun };
}

/** Working days late are those of the borrower's unit. */
export function toDeskItem(ctx: Context, row: ItemRow, keeper: Keeper): DeskItem {
  const state = deskState(row);
  const dueOn = heldOn(row);
  const { calendarId, timeZone } = row.borrower.unit;
  const absent = keeper.standsInFor.find(({ personId }) => personId === row.assigneeId);
  const today = localDate(ctx.now, timeZone);
  const shown = whatIsChecked(row, state);
  return {
    id: row.id,
    number: row.number,
    borrowerName: row.borrower.name,
    borrowerNumber: row.borrower.number,
    ...shown,
    batchable: looksClean(ctx.policy.policy.off_site_batch, {
      ...shown,
      customerType: oneOf(CUSTOMER_TYPES, row.borrower.customerType),
      isOverdue: row.borrower.loans.some(({ pastDueSince }) => pastDueSince !== null && pastDueSince <= today),
    }),
    batched: row.reports.some(({ batchId }) => batchId !== null),
    assigneeId: row.assigneeId,
    dueOn,
    provisional: row.provisional,
    lateDays: workingDaysBetween(calendarOf(ctx, calendarId), dueOn, today),
    ...(absent === undefined ? {} : { forPerson: absent.name }),
    putOff: putOffOf(ctx, row, keeper),
  };
}

function whatIsChecked({ kind, mode, drafts, borrower }: ItemRow, state: InspectionState) {
  const tiers = borrower.loans.map(({ tier }) => RISK_TIERS.indexOf(oneOf(RISK_TIERS, tier)));
  return {
    kind: oneOf(INSPECTION_KINDS, kind),
    mode: oneOf(VISIT_MODES, mode),
    state,
    hasDraft: drafts.length > 0,
    products: [...new Set(borrower.loans.map(({ product }) => oneOf(PRODUCTS, product)))],
    worstTier: RISK_TIERS[Math.max(0, ...tiers)] ?? "normal",
  };
}

function putOffOf(ctx: Context, { attempts, extensions, snoozes }: ItemRow, keeper: Keeper): PutOff {
  const [attempt] = attempts;
  const [asked] = extensions;
  const quiet = snoozes.find(({ personId, untilOn }) => personId === keeper.personId && untilOn >= keeper.today);
  return {
    ...(attempt === undefined
      ? {}
      : {
          attempt: {
            on: isoDate(attempt.attemptedOn),
            reason: oneOf(ATTEMPT_REASONS, attempt.reason),
            nextOn: isoDate(attempt.nextAttemptOn),
          },
        }),
    ...(asked === undefined ? {} : { askedTo: isoDate(asked.toDueOn) }),
    ...(quiet === undefined ? {} : { quietUntil: isoDate(quiet.untilOn) }),
    may: { more: couldEver(ctx, "snooze_item"), nudge: false, extend: false, reassign: false },
  };
}
