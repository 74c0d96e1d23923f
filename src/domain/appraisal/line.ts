/** A line of a sheet: points given or taken, by which rule, because of what (R99, R100). Their sum is the score. */
import type { Proof } from "./facts.ts";

/** Hundredths of a point, so that sums are exact: 2000 is 20 points. */
export type Points = number;
export const WHOLE: Points = 100;

export const LINE_CODES = [
  /** So much of what was due was done, in percent of a target. */
  "reached",
  /** Full points; what is taken off follows. */
  "full",
  "below_target",
  "late",
  "very_late",
  "missed_red",
  "missed",
  "copied",
  "overturned",
  "lapsed",
  /** A short overdue after a reminder to which nothing is recorded. */
  "reminder_missed",
  /** Of a metric no less than nothing. */
  "not_below_zero",
  /** Nothing was in time: what it has over the rest does not count. */
  "lifts_nothing",
  /** What could not be measured counts as the rest does. */
  "unmeasured_as_rest",
  /** Moved towards the mean with whoever shares the book. */
  "shared",
  /** Of a quarter: past due, and become non-performing, against the budget. */
  "overdue_share",
  "npl_migration",
  /** Of a unit's quarter: the mean of its people's outcomes. */
  "outcome_of_people",
  /** An outcome moves a quarter so far and no further. */
  "capped",
  /** A score is 0 to 100. */
  "within_hundred",
  /** A month's part of a quarter, an officer's of a unit. */
  "part",
] as const;
export type LineCode = (typeof LINE_CODES)[number];

export interface Line {
  /** Where the rule stands in the policy. */
  readonly rule: string;
  /** Codes of the policy's sources. */
  readonly source: readonly string[];
  readonly code: LineCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly points: Points;
  readonly proofs: readonly Proof[];
}

export const sumOf = (lines: readonly Line[]): Points => lines.reduce((sum, { points }) => sum + points, 0);

/** In one order whatever the order of the facts. */
export function inOrder(proofs: readonly Proof[]): Proof[] {
  const key = ({ on, name, id }: Proof) => `${on} ${name} ${id}`;
  return proofs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
