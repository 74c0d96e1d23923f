/** How the officers of the past behave: each visits on the due day, some working days after it, or never. */

import { addWorkingDays, type BusinessCalendar, isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { compareDates, isoDate } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { OpenRow } from "./open-items.ts";
import type { RememberedBook } from "./remembered-book.ts";

export type Answers =
  | { readonly kind: "on_time" }
  /** Working days after the due day, counted on the unit's calendar. */
  | { readonly kind: "late"; readonly workingDays: number }
  | { readonly kind: "never" };

const MOST_DAYS = 366;

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
export function answerDue(ctx: Context, book: RememberedBook, answers: Answers, today: IsoDate): Answered {
  const isAnswered = answeredBy(answers, today);
  const due = answers.kind === "never" ? [] : book.due(today);
  const byBorrower = new Map<string, OpenRow[]>();
  for (const row of due) {
    if (isAnswered(isoDate(row.dueOn), book.accounts.of(row.borrowerId).calendar)) {
      addTo(byBorrower, row.borrowerId, row);
    }
  }
  let planned = 0;
  for (const [borrowerId, done] of byBorrower) planned += book.visit(borrowerId, ctx.now, today, done);
  return { ids: [...byBorrower.values()].flatMap((done) => done.map(({ id }) => id)), planned };
}

/** Asks each calendar about each due date once. */
function answeredBy(answers: Answers, today: IsoDate): (dueOn: IsoDate, calendar: BusinessCalendar) => boolean {
  const known = new Map<string, boolean>();
  return (dueOn, calendar) => {
    const key = `${calendar.id} ${dueOn}`;
    const answered = known.get(key) ?? hasAnswered(answers, today, dueOn, calendar);
    known.set(key, answered);
    return answered;
  };
}

function hasAnswered(answers: Answers, today: IsoDate, dueOn: IsoDate, calendar: BusinessCalendar): boolean {
  if (!isWorkingDay(calendar, today)) {
    return false;
  }
  const on = answers.kind === "late" ? addWorkingDays(calendar, dueOn, answers.workingDays).date : dueOn;
  return compareDates(on, today) <= 0;
}
