/** How the officers of the past behave: each visits on the due day, some working days after it, or never. */
import { addWorkingDays, isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { compareDates, isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { calendarOf } from "../ladder/index.ts";
import { type VisitedInspection, visitedAll } from "../planning/index.ts";

export type Answers =
  | { readonly kind: "on_time" }
  /** Working days after the due day, counted on the unit's calendar. */
  | { readonly kind: "late"; readonly workingDays: number }
  | { readonly kind: "never" };

const MOST_DAYS = 366;
const ANSWERED_AT_ONCE = 200;

/** `on-time`, `late:5`, `never`; nothing where it is none of them. */
export function readAnswers(typed: string): Answers | undefined {
  if (typed === "on-time" || typed === "never") {
    return { kind: typed === "never" ? "never" : "on_time" };
  }
  const workingDays = Number(/^late:(\d{1,3})$/.exec(typed)?.[1] ?? Number.NaN);
  return workingDays >= 1 && workingDays <= MOST_DAYS ? { kind: "late", workingDays } : undefined;
}

export interface Answered {
  readonly ids: readonly string[];
  /** Inspections that were planned by it. */
  readonly planned: number;
}

/** What the officers would have visited by the evening of the unit's own date `today`. Nobody visits on a rest day. */
export async function answerDue(ctx: Context, answers: Answers, today: IsoDate): Promise<Answered> {
  const due = answers.kind === "never" ? [] : await findDue(ctx, answers, today);
  let planned = 0;
  for (let start = 0; start < due.length; start += ANSWERED_AT_ONCE) {
    const some = due.slice(start, start + ANSWERED_AT_ONCE);
    planned += await inTransaction(ctx, (tx) => visitedAll(tx, today, some));
  }
  return { ids: due.map(({ id }) => id), planned };
}

async function findDue(ctx: Context, answers: Answers, today: IsoDate): Promise<VisitedInspection[]> {
  const rows = await ctx.db.inspection.findMany({
    where: { state: "planned", dueOn: { lte: today }, assigneeId: { not: null } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      borrowerId: true,
      kind: true,
      mode: true,
      dueOn: true,
      borrower: { select: { unit: { select: { calendarId: true } } } },
    },
  });
  const isAnswered = answeredBy(ctx, answers, today);
  return rows.filter(({ dueOn, borrower }) => isAnswered(isoDate(dueOn), borrower.unit.calendarId));
}

/** Asks each calendar about each due date once. */
function answeredBy(ctx: Context, answers: Answers, today: IsoDate): (dueOn: IsoDate, calendarId: string) => boolean {
  const known = new Map<string, boolean>();
  return (dueOn, calendarId) => {
    const key = `${calendarId} ${dueOn}`;
    const answered = known.get(key) ?? hasAnswered(ctx, answers, today, dueOn, calendarId);
    known.set(key, answered);
    return answered;
  };
}

function hasAnswered(ctx: Context, answers: Answers, today: IsoDate, dueOn: IsoDate, calendarId: string): boolean {
  const calendar = calendarOf(ctx, calendarId);
  if (!isWorkingDay(calendar, today)) {
    return false;
  }
  const on = answers.kind === "late" ? addWorkingDays(calendar, dueOn, answers.workingDays).date : dueOn;
  return compareDates(on, today) <= 0;
}
