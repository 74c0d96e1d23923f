/** What is open, returned or coming, and who keeps it: facts alone. */
import { addDays, isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { rulesOf } from "./rules.ts";

export interface OpenWork {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly borrowerId: string;
  readonly assigneeId: string | null;
  /** What its keeper is held to: of a returned report the day its correction is due. */
  readonly dueOn: IsoDate;
  readonly isReturned: boolean;
  readonly createdAt: Date;
}

/** A local date is at most a day ahead of the one in UTC. */
const ZONE_DAYS = 1;

/** Costs as much as what is due within the days that the reminders reach. */
export async function loadOpenWork(ctx: Context): Promise<OpenWork[]> {
  const ahead = Math.max(0, ...rulesOf(ctx).beforeDueDays) + ZONE_DAYS;
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
    return { ...row, isReturned, dueOn: isoDate(isReturned ? returnedDueOn : dueOn) };
  });
}
