/** What is open, returned or coming, and who keeps it: facts alone. Inspections here, key dates of customers beside. */
import { addDays, isoDate } from "../../domain/dates.ts";
import type { IsoDate, KeyDateKind } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { INSPECTION_SUBJECT } from "./ids.ts";
import { loadOpenKeyDates } from "./open-key-dates.ts";
import { rulesOf } from "./rules.ts";

export interface OpenWork {
  /** As the outbox names what it is. */
  readonly subject: string;
  readonly id: string;
  /** As people name it. */
  readonly number: string;
  /** Of a key date. */
  readonly kind?: KeyDateKind;
  readonly unitId: string;
  readonly borrowerId: string;
  readonly assigneeId: string | null;
  /** What its keeper is held to: of a returned report the day its correction is due. */
  readonly dueOn: IsoDate;
  /** Calendar days before that on which they must hear of it. */
  readonly before: readonly number[];
  /** Whether others hear of it when it is late. */
  readonly climbs: boolean;
  readonly isReturned: boolean;
  readonly createdAt: Date;
}

/** A local date is at most a day ahead of the one in UTC. */
const ZONE_DAYS = 1;

/** Costs as much as what is due within the days that the reminders reach. */
export async function loadOpenWork(ctx: Context): Promise<OpenWork[]> {
  return [...(await loadOpenInspections(ctx)), ...(await loadOpenKeyDates(ctx))];
}

async function loadOpenInspections(ctx: Context): Promise<OpenWork[]> {
  const before = rulesOf(ctx).beforeDueDays;
  const ahead = Math.max(0, ...before) + ZONE_DAYS;
  const rows = await ctx.db.inspection.findMany({
    where: {
      OR: [
        { state: { in: ["planned", "started"] }, dueOn: { lte: addDays(isoDate(ctx.now.toISODate()), ahead) } },
        { state: { in: ["returned", "approved"] }, returnedDueOn: { not: null } },
      ],
    },
    select: {
      id: true,
      number: true,
      unitId: true,
      borrowerId: true,
      assigneeId: true,
      dueOn: true,
      returnedDueOn: true,
      state: true,
      createdAt: true,
    },
  });
  return rows.map(({ dueOn, returnedDueOn, state, ...row }) => {
    const isReturned = returnedDueOn !== null && (state === "returned" || state === "approved");
    const of = { subject: INSPECTION_SUBJECT, before, climbs: true };
    return { ...row, ...of, isReturned, dueOn: isoDate(isReturned ? returnedDueOn : dueOn) };
  });
}
