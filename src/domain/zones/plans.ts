/** One plan per customer (R117, R118): what the policy asks for where a customer stands, and by when. Pure. */
import { addWorkingDays, type BusinessCalendar, lastWorkingDayWithin } from "../calendar/business-calendar.ts";
import { addMonths } from "../dates.ts";
import type { Policy } from "../policy/schema.ts";
import type { CustomerType, IsoDate, PlanKind, RiskTier, Zone } from "../vocabulary.ts";

export interface PlanAsked {
  readonly kind: PlanKind;
  /** Working days until it is written. */
  readonly writeWorkingDays: number;
  /** Months after its approval until it is looked at again. */
  readonly reviewMonths: number;
}

export interface PlanFacts {
  /** The worst of its loans. */
  readonly tier: RiskTier;
  readonly zone: Zone;
  /** In zone 2 because of an open signal: the plan that is asked for is the signal's own, not a second one. */
  readonly bySignal: boolean;
  readonly customerType: CustomerType;
}

/** Nothing where the policy asks for no plan of such a customer. */
export function planAskedFor({ zones: { z2, z3 } }: Pick<Policy, "zones">, facts: PlanFacts): PlanAsked | undefined {
  const asked = (kind: PlanKind, plan: typeof z2.plan): PlanAsked | undefined =>
    plan.customers.includes(facts.customerType)
      ? { kind, writeWorkingDays: plan.write_working_days, reviewMonths: plan.review_months }
      : undefined;
  if (z3.tiers.includes(facts.tier)) return z3.workout_plan ? asked("workout_plan", z3.plan) : undefined;
  // People may have set zone 3 for a customer that performs: it is no workout yet.
  const isWatched = facts.zone !== "z1" && !facts.bySignal;
  return isWatched && z2.written_plan ? asked("written_plan", z2.plan) : undefined;
}

/** The day by which it is written, counted in working days from the day on which it was asked for. */
export function planWrittenBy(calendar: BusinessCalendar, today: IsoDate, { writeWorkingDays }: PlanAsked): IsoDate {
  return addWorkingDays(calendar, today, writeWorkingDays).date;
}

/** The day by which an approved one has been looked at again: the last working day within its months. */
export function planReviewOn(calendar: BusinessCalendar, approvedOn: IsoDate, { reviewMonths }: PlanAsked): IsoDate {
  return lastWorkingDayWithin(calendar, approvedOn, addMonths(approvedOn, reviewMonths)).date;
}
