/**
 * What early finding is worth: cost and loss of cases that were found early beside those found late (R55), and the loss that was
 * avoided, an estimate (R51). Money is in minor units of one currency. What nobody recorded is no zero: it is in no average.
 */
import { isFoundEarly } from "./as-raised.ts";

export interface CostedCase {
  /** Calendar days past due when it was raised. */
  readonly daysPastDue: number;
  /** Drawn by the customer when it was raised. */
  readonly drawn: bigint;
  readonly cost: bigint | null;
  readonly loss: bigint | null;
}

/** The average of those that state it; nothing where none does. */
export interface Average {
  readonly of: number;
  readonly mean: bigint;
}

export interface Side {
  readonly cases: number;
  readonly cost: Average | undefined;
  readonly loss: Average | undefined;
}

/**
 * Avoided loss: what early cases would have lost at the loss rate of late ones, minus what they lost. That is (loss rate late − loss
 * rate early) × drawn by early cases, where a loss rate is the sum of losses over the sum of what was drawn. Below nothing where early
 * cases lost more.
 */
export type Estimate =
  | { readonly says: "too_few"; readonly least: number; readonly early: number; readonly late: number }
  | { readonly says: "avoided"; readonly minor: bigint; readonly early: number; readonly late: number };

export interface Comparison {
  readonly early: Side;
  readonly late: Side;
  readonly estimate: Estimate;
}

export interface WorthRule {
  readonly late_from_days_past_due: number;
  /** So many early and so many late cases that state a loss, of customers that had drawn something. */
  readonly least_cases: number;
}

/** R51, R55. */
export function compareEarlyAndLate(cases: readonly CostedCase[], rule: WorthRule): Comparison {
  const isEarly = ({ daysPastDue }: CostedCase) => isFoundEarly(daysPastDue, rule.late_from_days_past_due);
  const early = cases.filter(isEarly);
  const late = cases.filter((one) => !isEarly(one));
  return { early: sideOf(early), late: sideOf(late), estimate: estimateOf(early, late, rule.least_cases) };
}

function sideOf(cases: readonly CostedCase[]): Side {
  return {
    cases: cases.length,
    cost: average(cases.map(({ cost }) => cost)),
    loss: average(cases.map(({ loss }) => loss)),
  };
}

function average(amounts: readonly (bigint | null)[]): Average | undefined {
  const stated = amounts.filter((amount) => amount !== null);
  return stated.length === 0 ? undefined : { of: stated.length, mean: rounded(sum(stated), BigInt(stated.length)) };
}

function estimateOf(early: readonly CostedCase[], late: readonly CostedCase[], least: number): Estimate {
  const [lostEarly, lostLate] = [lossesOf(early), lossesOf(late)];
  const counts = { early: lostEarly.cases, late: lostLate.cases };
  if (counts.early < least || counts.late < least) {
    return { says: "too_few", least, ...counts };
  }
  const expected = rounded(lostLate.loss * lostEarly.drawn, lostLate.drawn);
  return { says: "avoided", minor: expected - lostEarly.loss, ...counts };
}

/** Only of cases that state a loss, of which something was drawn. */
function lossesOf(cases: readonly CostedCase[]) {
  const rated = cases.flatMap(({ loss, drawn }) => (loss === null || drawn <= 0n ? [] : [{ loss, drawn }]));
  return {
    cases: rated.length,
    loss: sum(rated.map(({ loss }) => loss)),
    drawn: sum(rated.map(({ drawn }) => drawn)),
  };
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

/** To the nearest minor unit, a half up; neither is below nothing. */
const rounded = (amount: bigint, by: bigint) => (2n * amount + by) / (2n * by);
