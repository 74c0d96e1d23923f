/** Inspections that fell due in the month, and those of before that became very late in it. */
import type { Counted, MetricFacts, Proof } from "../../../domain/appraisal/facts.ts";
import { addWorkingDays } from "../../../domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../../domain/dates.ts";
import { RECHECK } from "../../../domain/inspection.ts";
import type { Context } from "../../../platform/context.ts";
import { countedBy, dayOf, endOf, isIn, type Month } from "./month.ts";
import { handAt, keptBy, WHOSE_INSPECTION } from "./responsible.ts";

/** The longest that ten working days and their holidays take, in days. */
const LOOK_BACK_DAYS = 60;

const FIELDS = {
  id: true,
  number: true,
  dueOn: true,
  state: true,
  submittedAt: true,
  submittedOn: true,
  ...WHOSE_INSPECTION,
} as const;

/** Of the person, as whoever had them in hand when they were submitted or were to be. */
export async function onTimeOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const since = addDays(month.from, -LOOK_BACK_DAYS);
  const rows = await ctx.db.inspection.findMany({
    where: {
      dueOn: { gte: since, lte: month.to },
      state: { not: "cancelled" },
      occasion: { not: RECHECK },
      OR: [
        { assigneeId: personId },
        { borrower: { ownerships: keptBy(personId, endOf(month, since), month) } },
        { handovers: { some: { fromPersonId: personId, state: "accepted" } } },
      ],
    },
    orderBy: { number: "asc" },
    select: FIELDS,
  });
  const own = rows.filter((row) => handAt(row, decidedAt(month, row)) === personId);
  return {
    counted: own.flatMap((row) => countedOf(ctx, month, row)),
    events: own.flatMap((row) => {
      const on = veryLateOn(ctx, month, row.dueOn);
      const submitted = dayOn(month, row);
      return on !== undefined && isIn(month, on) && (submitted === undefined || submitted >= on)
        ? [proofOf(row, on)]
        : [];
    }),
  };
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly dueOn: string;
  readonly submittedAt: Date | null;
  readonly submittedOn: string | null;
}

function dayOn(month: Month, { submittedOn, submittedAt }: Row) {
  if (submittedOn !== null) return isoDate(submittedOn);
  return submittedAt === null ? undefined : dayOf(month, submittedAt);
}

/** When it was submitted, or was to be at the latest. */
function decidedAt(month: Month, { submittedAt, dueOn }: Row): Date {
  const end = new Date(endOf(month, dueOn).getTime() - 1);
  return submittedAt !== null && submittedAt < end ? submittedAt : end;
}

/** The first day on which it is later than the policy's working days. */
function veryLateOn(ctx: Context, { calendar }: Month, dueOn: string) {
  const days = ctx.policy.policy.appraisal.account_manager?.on_time_rate.very_late_after_working_days;
  return days === undefined ? undefined : addWorkingDays(calendar, isoDate(dueOn), days + 1).date;
}

function proofOf({ id, number }: Row, on: Proof["on"]): Proof {
  return { kind: "inspection", id, name: number, on };
}

function countedOf(ctx: Context, month: Month, row: Row): Counted[] {
  const by = countedBy(ctx, month, isoDate(row.dueOn), dayOn(month, row));
  return by === undefined ? [] : [{ proof: proofOf(row, by.on), due: 1, done: by.done }];
}

/** On-site re-checks given to the person that fell due in the month. */
export async function recheckDone(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const rows = await ctx.db.inspection.findMany({
    where: {
      assigneeId: personId,
      occasion: RECHECK,
      dueOn: { gte: month.from, lte: month.to },
      state: { not: "cancelled" },
    },
    orderBy: { number: "asc" },
    select: { id: true, number: true, dueOn: true, submittedAt: true, submittedOn: true },
  });
  const counted = rows.flatMap((row) => countedOf(ctx, month, row));
  return { counted, events: [] };
}

/** Of units as a whole: how many fell due, and how many of those were submitted by then. */
export async function onTimeOfUnits(
  ctx: Context,
  units: readonly { readonly id: string; readonly name: string }[],
  month: Month,
): Promise<MetricFacts> {
  const { dueOn } = ctx.db.inspection.fields;
  const counted: Counted[] = [];
  for (const { id, name } of units) {
    const day = dayOf(month, ctx.now.toJSDate());
    const where = {
      unitId: id,
      state: { not: "cancelled" },
      occasion: { not: RECHECK },
      dueOn: { gte: month.from, lte: month.to, ...(month.isOver ? {} : { lt: day }) },
    };
    const due = await ctx.db.inspection.count({ where });
    const done = due === 0 ? 0 : await ctx.db.inspection.count({ where: { ...where, submittedOn: { lte: dueOn } } });
    if (due > 0) counted.push({ proof: { kind: "book", id, name, on: month.from }, due, done });
  }
  return { counted, events: [] };
}
