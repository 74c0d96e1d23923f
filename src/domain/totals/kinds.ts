/**
 * What is counted. Every kind has one date; whether something is late is asked of the date and never stored, so that a total
 * stays true while days pass (design, "The record").
 */

/** How many inspections fall due on a date, by their state. One that was cancelled is none. */
export const INSPECTION_DUE = "inspection_due";
/** First submitted on a date, in time or late by the date it was due. */
export const INSPECTION_DONE = "inspection_done";
/** Those of which a report was returned, by the date its correction is due. */
export const CORRECTION_DUE = "correction_due";
/** Reports that a second person has not decided, by the date they were submitted. */
export const REPORT_WAITING = "report_waiting";
/** Reports by the date and the way they were decided; one that a correction took the place of was approved. */
export const REPORT_DECIDED = "report_decided";
/** Measures that have not ended, by the date they are due. */
export const MEASURE_DUE = "measure_due";
/** Refusals of the gate that a manager was asked to let pass, by the date of asking. */
export const OVERRIDE_ASKED = "override_asked";
/** Signals that stand, by level, by the date since when they have it (UTC). A restricted one is none, for nobody. */
export const SIGNAL_STANDING = "signal_standing";
/** Signals by the date they were raised, by the working days since the facts behind them were there; `unknown` where a person saw it. */
export const SIGNAL_RAISED = "signal_raised";
/** Signals by the date they ended: how they ended, and the working days since they were raised, `closed:12`. */
export const SIGNAL_ENDED = "signal_ended";
/** Loans whose tier was changed, `from:to`: by three hands, by the date of the last; by a file, by the date it came in. */
export const TIER_MOVED = "tier_moved";
/** Customers whose loans are pursued, by management zone. These stand, and have no date; money is in minor units. */
export const CUSTOMER_STANDING = "customer_standing";
/** Pursued loans, `zone:tier:currency`, with what is drawn. They stand, and have no date. */
export const LOAN_STANDING = "loan_standing";
/** Of those, loans whose yearly rate was told, `tier:currency`, with what is drawn of them (R141). */
export const LOAN_RATED = "loan_rated";
/** The same loans under the same words, with what they are estimated to bear in a year. */
export const LOAN_INTEREST = "loan_interest";
/** Customers that came from one zone to another, `from:to`, by the date, with what they had drawn. */
export const ZONE_MOVED = "zone_moved";

export const TOTAL_KINDS = [
  INSPECTION_DUE,
  INSPECTION_DONE,
  CORRECTION_DUE,
  REPORT_WAITING,
  REPORT_DECIDED,
  MEASURE_DUE,
  OVERRIDE_ASKED,
  SIGNAL_STANDING,
  TIER_MOVED,
  SIGNAL_RAISED,
  SIGNAL_ENDED,
  CUSTOMER_STANDING,
  LOAN_STANDING,
  LOAN_RATED,
  LOAN_INTEREST,
  ZONE_MOVED,
] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

/** Where one thing is counted. An empty text stands for nobody, for no product, and for no date. */
export interface TotalKey {
  readonly unitId: string;
  readonly personId: string;
  readonly product: string;
  readonly kind: TotalKind;
  readonly state: string;
  readonly fallsOn: string;
}

/** One text for a key, to compare by. */
export function keyText({ unitId, personId, product, kind, state, fallsOn }: TotalKey): string {
  return [unitId, personId, product, kind, state, fallsOn].join("|");
}
