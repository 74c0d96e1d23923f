/** From what the desk should show to the day the rules must answer, around one working day. Pure. */
import {
  addWorkingDays,
  type BusinessCalendar,
  isWorkingDay,
  rollBack,
  rollForward,
} from "../../domain/calendar/business-calendar.ts";
import { addDays, addMonths, compareDates } from "../../domain/dates.ts";
import type { BorrowerFacts } from "../../domain/loan.ts";
import { linesOf, type PlannedInspection, planFirst, planRoutine } from "../../domain/planning/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { WantedState } from "./book.ts";
import type { Chance } from "./random.ts";

/** The working day on which the demonstration's "today" falls: today, or the next one. */
export function anchorDay(calendar: BusinessCalendar, today: IsoDate): IsoDate {
  return rollForward(calendar, today).date;
}

/** `months`: how long the borrower's interval is; nothing is planned further ahead. */
export function wantedDay(
  calendar: BusinessCalendar,
  anchor: IsoDate,
  wanted: WantedState,
  months: number,
  chance: Chance,
): IsoDate {
  switch (wanted) {
    case "due_today":
      return anchor;
    case "late":
      return addWorkingDays(calendar, anchor, -chance.between(1, 9)).date;
    case "returned":
      return addWorkingDays(calendar, anchor, -chance.between(2, 5)).date;
    case "submitted":
      return addWorkingDays(calendar, anchor, chance.between(-2, 2)).date;
    case "started":
      return addWorkingDays(calendar, anchor, chance.between(0, 2)).date;
    case "due_soon":
      return workingDayFrom(calendar, anchor, 1, 7, chance);
    case "later":
      return workingDayFrom(calendar, anchor, 8, Math.max(9, Math.floor(months * 30) - 2), chance);
  }
}

function workingDayFrom(
  calendar: BusinessCalendar,
  anchor: IsoDate,
  from: number,
  to: number,
  chance: Chance,
): IsoDate {
  const day = addDays(anchor, chance.between(from, to));
  if (isWorkingDay(calendar, day)) {
    return day;
  }
  const before = rollBack(calendar, day).date;
  return compareDates(before, addDays(anchor, from)) >= 0 ? before : rollForward(calendar, day).date;
}

export interface LastVisits {
  readonly lastVisitOn: IsoDate;
  readonly lastOnSiteOn: IsoDate;
}

/** Days around the whole interval at which the last visit may have been. */
const NEARBY = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -8, 8, -10, 10, -12, 12];

/** When the last visits were, so that the rules name `dueOn` for the next; the nearest they can, else. */
export function visitsBefore(
  policy: Policy,
  calendar: BusinessCalendar,
  facts: BorrowerFacts,
  dueOn: IsoDate,
  chance: Chance,
): LastVisits {
  const months = shortestMonths(policy, facts);
  const offSiteFirst = chance.happens(50);
  for (const days of NEARBY) {
    const lastVisitOn = addDays(addMonths(dueOn, -months), days);
    const onSite = { lastVisitOn, lastOnSiteOn: lastVisitOn };
    const offSite = { lastVisitOn, lastOnSiteOn: addMonths(lastVisitOn, -Math.min(months, 3)) };
    const fitting = (offSiteFirst ? [offSite, onSite] : [onSite, offSite]).find(
      (visits) => planRoutine(policy, calendar, { ...facts, ...visits })?.dueOn === dueOn,
    );
    if (fitting !== undefined) {
      return fitting;
    }
  }
  const lastVisitOn = addMonths(dueOn, -months);
  return { lastVisitOn, lastOnSiteOn: lastVisitOn };
}

/** The day of disbursement, so that the first inspection is due on `dueOn`; nothing where the product has none. */
export function disbursedBefore(
  policy: Policy,
  calendar: BusinessCalendar,
  facts: BorrowerFacts,
  dueOn: IsoDate,
): IsoDate | undefined {
  const [loan] = facts.loans;
  if (loan === undefined) {
    return undefined;
  }
  const plan = (disbursedOn: IsoDate): PlannedInspection | undefined =>
    planFirst(policy, calendar, facts, { ...loan, disbursedOn });
  for (let days = 1; days <= 100; days += 1) {
    const disbursedOn = addDays(dueOn, -days);
    if (plan(disbursedOn)?.dueOn === dueOn) {
      return disbursedOn;
    }
  }
  return undefined;
}

/** Months between the visits that the strictest of the borrower's lines asks for; a year where none does. */
export function shortestMonths(policy: Policy, facts: BorrowerFacts): number {
  const months = linesOf(policy, facts).flatMap(({ row }) => ("every_months" in row ? [row.every_months] : []));
  return Math.min(12, ...months);
}

/** The crop calendar that has a visit in that month, so that the season moves nothing. */
export function seasonOf(policy: Policy, dueOn: IsoDate, chance: Chance): string | undefined {
  const month = Number(dueOn.slice(5, 7));
  const fitting = Object.entries(policy.inspections.seasons).filter(([, { visit_months }]) =>
    visit_months.includes(month),
  );
  const [first, ...others] = fitting.map(([key]) => key);
  return first === undefined ? undefined : chance.pick([first, ...others]);
}
