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
/** Loans whose tier was changed by three hands, `from:to`, by the date of the last hand. */
export const TIER_MOVED = "tier_moved";

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
] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

/** Where one thing is counted. An empty text stands for nobody and for no product. */
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
