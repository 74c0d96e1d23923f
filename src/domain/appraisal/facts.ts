/** What a sheet is made of: facts of the record that counted in a month, each with where it can be looked at (R99, R100, R129). */
import type { IsoDate } from "../vocabulary.ts";

/** `book`: a number of things counted at once, those of a person or a unit. */
export const PROOF_KINDS = ["inspection", "report", "signal", "measure", "key_date", "loan", "book"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** One row of the record. */
export interface Proof {
  readonly kind: ProofKind;
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** The day on which it came to count: a score grows by it. */
  readonly on: IsoDate;
}

/** Of what was due, how much was done as it should be: mostly 1 and 0 or 1. */
export interface Counted {
  readonly proof: Proof;
  readonly due: number;
  readonly done: number;
  readonly isRed?: boolean;
}

/** A short overdue that began after a reminder to which nothing is recorded. */
export interface MissedReminder {
  /** Counts on the first day overdue. */
  readonly proof: Proof;
  /** When the person was first told. */
  readonly toldOn: IsoDate;
}

/** What the record says of one metric in one month. */
export interface MetricFacts {
  readonly counted: readonly Counted[];
  /** What happened beside that and takes points off. */
  readonly events: readonly Proof[];
  readonly missedReminders?: readonly MissedReminder[];
  /** A part of the metric, or all of it, stands in no table. */
  readonly notRecorded?: "part" | "all";
}

export const ACCOUNT_MANAGER_METRICS = [
  "on_time_rate",
  "first_pass_rate",
  "quantification",
  "originality",
  "signal_timeliness",
  "self_found_share",
  "measures_done",
  "promises_needs",
  "housekeeping",
] as const;
export const POST_LOAN_OFFICER_METRICS = [
  "review_on_time",
  "rechecks_done",
  "recheck_findings",
  "overturned",
  "signal_tracking",
  "unit_on_time_rate",
  "report_to_managers",
] as const;
export const SCORED_ROLES = ["account_manager", "post_loan_officer"] as const;
export type ScoredRole = (typeof SCORED_ROLES)[number];
export type AccountManagerMetric = (typeof ACCOUNT_MANAGER_METRICS)[number];
export type PostLoanOfficerMetric = (typeof POST_LOAN_OFFICER_METRICS)[number];
export const METRICS = [...ACCOUNT_MANAGER_METRICS, ...POST_LOAN_OFFICER_METRICS] as const;
export type Metric = (typeof METRICS)[number];

export type AccountManagerFacts = Readonly<Record<AccountManagerMetric, MetricFacts>>;
export type PostLoanOfficerFacts = Readonly<Record<PostLoanOfficerMetric, MetricFacts>>;

/** What had come to count by the end of a day: a score as it stood then. */
export function factsUpTo<F extends Readonly<Record<string, MetricFacts>>>(facts: F, day: IsoDate): F {
  const upTo = ({ counted, events, missedReminders = [], ...one }: MetricFacts): MetricFacts => ({
    ...one,
    counted: counted.filter(({ proof }) => proof.on <= day),
    events: events.filter(({ on }) => on <= day),
    missedReminders: missedReminders.filter(({ proof }) => proof.on <= day),
  });
  return Object.fromEntries(Object.entries(facts).map(([metric, one]) => [metric, upTo(one)])) as F;
}
