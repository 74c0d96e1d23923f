/** The first routine inspections of a book that is taken on (design "Taking on a book"). */
import { addWorkingDays, type BusinessCalendar, isWorkingDay, rollBack } from "../calendar/business-calendar.ts";
import { addDays, addMonths, compareDates, latestOf } from "../dates.ts";
import { type BorrowerFacts, pursuedLoans } from "../loan.ts";
import type { Policy } from "../policy/schema.ts";
import { type IsoDate, RISK_TIERS } from "../vocabulary.ts";
import { exposure } from "./exposure.ts";
import { linesOf } from "./lines.ts";
import { byStrictness, intervalMonths, isVisitLine } from "./matrix.ts";
import { planRoutine } from "./plan-routine.ts";
import type { PlannedInspection } from "./planned-inspection.ts";

export interface TakenOn {
  readonly borrower: BorrowerFacts;
  /** Whose work it becomes; borrowers without an officer are spread among themselves. */
  readonly officerId?: string | undefined;
}

/**
 * The first routine inspection per borrower id. A last inspection told by the bank counts where its interval still runs;
 * where it has run out, or none was told, the date is spread over one interval: the expired ones, the weakest and the
 * largest first, evenly per officer, from the policy's working days after take-on. The same book gives the same dates.
 */
export function planTakeOn(
  policy: Policy,
  calendar: BusinessCalendar,
  book: readonly TakenOn[],
  takeOnOn: IsoDate,
): ReadonlyMap<string, PlannedInspection> {
  const plans = new Map<string, PlannedInspection>();
  const first = firstDay(policy, calendar, takeOnOn);
  const toSpread: TakenOn[] = [];
  for (const taken of book) {
    const plan = planFromHistory(policy, calendar, taken.borrower);
    if (plan !== undefined && compareDates(plan.dueOn, first) >= 0) plans.set(taken.borrower.id, plan);
    else toSpread.push(taken);
  }
  const dates = spreadTakeOn(policy, calendar, toSpread, takeOnOn);
  for (const { borrower } of toSpread) {
    const on = dates.get(borrower.id);
    const plan = planRoutine(policy, calendar, borrower, on === undefined ? undefined : { on, from: takeOnOn });
    if (plan !== undefined) plans.set(borrower.id, { ...plan, dueOn: latestOf(plan.dueOn, first) });
  }
  return plans;
}

function planFromHistory(
  policy: Policy,
  calendar: BusinessCalendar,
  borrower: BorrowerFacts,
): PlannedInspection | undefined {
  const told = borrower.lastVisitOn ?? borrower.lastInspectedOn;
  return told === undefined ? undefined : planRoutine(policy, calendar, borrower);
}

/** The spread dates alone, by borrower id; borrowers without a row that visits get none. */
export function spreadTakeOn(
  policy: Policy,
  calendar: BusinessCalendar,
  book: readonly TakenOn[],
  takeOnOn: IsoDate,
): ReadonlyMap<string, IsoDate> {
  const groups = new Map<string, { readonly months: number; readonly members: Weighed[] }>();
  for (const taken of book) {
    const months = monthsOf(policy, taken.borrower);
    if (months === undefined) continue;
    const key = `${months} ${taken.officerId ?? ""}`;
    const group = groups.get(key) ?? { months, members: [] };
    group.members.push(weighed(policy, taken.borrower));
    groups.set(key, group);
  }
  const dates = new Map<string, IsoDate>();
  for (const { months, members } of groups.values()) {
    const days = workingDays(calendar, firstDay(policy, calendar, takeOnOn), addMonths(takeOnOn, months));
    members.sort(byWeight).forEach(({ id }, index) => {
      const day = days[Math.floor((index * days.length) / members.length)];
      if (day !== undefined) dates.set(id, day);
    });
  }
  return dates;
}

function firstDay(policy: Policy, calendar: BusinessCalendar, takeOnOn: IsoDate): IsoDate {
  return addWorkingDays(calendar, takeOnOn, policy.inspections.take_on.first_after_working_days).date;
}

function monthsOf(policy: Policy, borrower: BorrowerFacts): number | undefined {
  const [strictest] = linesOf(policy, borrower).filter(isVisitLine).sort(byStrictness);
  return strictest === undefined ? undefined : intervalMonths(strictest.row);
}

/** At least the first day itself: an interval shorter than the delay ends before it begins. */
function workingDays(calendar: BusinessCalendar, from: IsoDate, end: IsoDate): IsoDate[] {
  const last = rollBack(calendar, end).date;
  const days = [from];
  for (let day = addDays(from, 1); compareDates(day, last) <= 0; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day);
  }
  return days;
}

interface Weighed {
  readonly id: string;
  readonly expired: boolean;
  readonly tierRank: number;
  readonly minor: bigint;
}

function weighed(policy: Policy, borrower: BorrowerFacts): Weighed {
  const loans = pursuedLoans(borrower);
  return {
    id: borrower.id,
    expired: borrower.lastInspectedOn !== undefined,
    tierRank: Math.max(...loans.map((loan) => RISK_TIERS.indexOf(loan.tier))),
    minor: exposure(policy, loans).amount.minor,
  };
}

function byWeight(a: Weighed, b: Weighed): number {
  if (a.expired !== b.expired) return a.expired ? -1 : 1;
  if (a.tierRank !== b.tierRank) return b.tierRank - a.tierRank;
  if (a.minor !== b.minor) return a.minor > b.minor ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
