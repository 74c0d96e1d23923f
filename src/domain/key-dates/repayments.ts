/** Which repayments of a loan are told (R60): coming ones by its plan, and the one day since which it is behind. Pure. */
import { addMonths, compareDates, daysBetween } from "../dates.ts";
import type { Policy } from "../policy/schema.ts";
import type { InstalmentState, IsoDate } from "../vocabulary.ts";
import { daysBefore } from "./days-before.ts";

export interface PlannedInstalment {
  readonly dueOn: IsoDate;
  readonly state: InstalmentState;
  /** The evening of which the state was told; nothing where it is planned. */
  readonly stateOn: IsoDate | undefined;
}

export interface RepayingLoan {
  readonly disbursedOn: IsoDate;
  readonly maturesOn: IsoDate | undefined;
  readonly pastDueSince: IsoDate | undefined;
  /** The last evening of which it was told whether the loan is overdue. */
  readonly toldOn: IsoDate;
}

export interface RepaymentDate {
  readonly dueOn: IsoDate;
  /** Calendar days before it on which it is told. */
  readonly before: readonly number[];
}

/**
 * `plan` holds the loan's instalments in any order; none where nobody told a plan. Of a loan that is behind, one past day is told, so
 * that no overdue day counts twice. An instalment whose day is over is behind only where the facts say so. The maturity is told where
 * the plan does not reach it.
 */
export function repaymentDates(
  policy: Policy,
  loan: RepayingLoan,
  plan: readonly PlannedInstalment[],
  today: IsoDate,
): RepaymentDate[] {
  const owed = plan.filter(({ state }) => state !== "cancelled").toSorted((a, b) => compareDates(a.dueOn, b.dueOn));
  const behind = behindSince(policy, loan, owed, today);
  const coming = owed.filter(
    ({ dueOn, state }) => state !== "paid" && compareDates(dueOn, today) >= 0 && dueOn !== behind,
  );
  const { maturesOn } = loan;
  const isReached = owed.some(({ dueOn }) => maturesOn !== undefined && compareDates(dueOn, maturesOn) >= 0);
  return [
    ...(behind === undefined ? [] : [{ dueOn: behind, before: noticeOf(policy, loan) }]),
    ...coming.map(({ dueOn }) => ({ dueOn, before: noticeOf(policy, loan, { dueOn, owed }) })),
    ...(maturesOn === undefined || behind !== undefined || isReached
      ? []
      : [{ dueOn: maturesOn, before: noticeOf(policy, loan) }]),
  ];
}

/**
 * The book of loans says since when; the instalment of that day, or the one before it that a holiday moved, is the day. Where the
 * instalment was told paid on a later evening than the book is of, the next one that was told unpaid takes its place.
 */
function behindSince(
  policy: Policy,
  { pastDueSince, toldOn }: RepayingLoan,
  owed: readonly PlannedInstalment[],
  today: IsoDate,
): IsoDate | undefined {
  const missed = owed.filter((one) => isMissed(one, today));
  if (pastDueSince === undefined) {
    return missed.find(({ stateOn }) => stateOn !== undefined && compareDates(stateOn, toldOn) >= 0)?.dueOn;
  }
  const moved = policy.classification.technical_grace.days;
  const ofDay = owed.findLast(({ dueOn }) => {
    const days = daysBetween(dueOn, pastDueSince);
    return days >= 0 && days <= moved;
  });
  if (ofDay === undefined) return pastDueSince;
  const isPaidSince = ofDay.state === "paid" && ofDay.stateOn !== undefined && compareDates(ofDay.stateOn, toldOn) > 0;
  return isPaidSince ? missed.find(({ dueOn }) => compareDates(dueOn, ofDay.dueOn) > 0)?.dueOn : ofDay.dueOn;
}

/** Unpaid on the evening of its day or of a later one. What was told before says nothing of it. */
function isMissed({ dueOn, state, stateOn }: PlannedInstalment, today: IsoDate): boolean {
  return (
    state === "unpaid" && compareDates(dueOn, today) < 0 && stateOn !== undefined && compareDates(stateOn, dueOn) >= 0
  );
}

interface InPlan {
  readonly dueOn: IsoDate;
  readonly owed: readonly PlannedInstalment[];
}

/** By the term of the loan. A month before an instalment another one is due where they come monthly: then only the last days are told. */
function noticeOf(policy: Policy, { disbursedOn, maturesOn }: RepayingLoan, inPlan?: InPlan): readonly number[] {
  const days = daysBefore(policy, "repayment", maturesOn === undefined ? undefined : { disbursedOn, maturesOn });
  const { short_loan_days: short } = policy.reminders.repayment_notice;
  const isMonthly = inPlan?.owed.some(
    ({ dueOn }) => compareDates(dueOn, inPlan.dueOn) < 0 && compareDates(addMonths(dueOn, 1), inPlan.dueOn) >= 0,
  );
  return isMonthly === true ? days.filter((before) => before <= short) : days;
}
