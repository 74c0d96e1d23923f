/** Facts that are told once and run on: days left become fewer, and what is told case by case counts together. */
import { add, decimal, decimalText } from "../check/decimal.ts";
import { compareDates, daysBetween, isIsoDate, isoDate } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import { factsOf, type Observed } from "./observed.ts";

type Figure = Pick<Observed, "key" | "value" | "unit">;

/** Figures of `today`, made of what was told by then; what no case is left of is said too. */
export function runningFacts(observations: readonly Observed[], today: IsoDate): Observed[] {
  const told = (key: string) => factsOf(observations, key, { asOf: today, reads: "confirmed" });
  return [
    ...daysLeft(told("rating_days_left"), today),
    ...daysLeft(told("insurance_days_left"), today),
    ...longestBroken(told("condition_broken_since"), today),
    ...worstCase(told("enforced_debtor"), ["false", "true"], today),
    ...worstCase(told("dishonest_list"), ["false", "true"], today),
    ...worstCase(told("audit_finding"), ["closed", "minor", "major"], today),
    ...sumOfCases(told("enforced_amount_cny"), today),
  ];
}

function of({ id, recordedAt, source, reference }: Observed, today: IsoDate, { key, value, unit }: Figure): Observed {
  return { key, value, unit, id: `${id}:${key}`, asOf: today, recordedAt, source, reference, standing: "confirmed" };
}

/** Of the newest. */
function daysLeft(told: readonly Observed[], today: IsoDate): Observed[] {
  const last = told.at(-1);
  if (last === undefined || last.asOf === today) return [];
  const left = Math.trunc(Number(last.value)) - daysBetween(last.asOf, today);
  return [of(last, today, { ...last, value: String(left) })];
}

function longestBroken(told: readonly Observed[], today: IsoDate): Observed[] {
  const broken = newestOfEach(told).filter(({ value }) => isIsoDate(value));
  const [first] = broken.sort((a, b) => compareDates(isoDate(a.value), isoDate(b.value)));
  const last = first ?? told.at(-1);
  if (last === undefined) return [];
  const days = first === undefined ? 0 : daysBetween(isoDate(first.value), today);
  return [of(last, today, { key: "covenant_uncured_days", value: String(days), unit: "days" })];
}

/** Only where there are several: one alone speaks for itself, with its own day. */
function worstCase(told: readonly Observed[], mildestFirst: readonly string[], today: IsoDate): Observed[] {
  const cases = newestOfEach(told);
  const rank = ({ value }: Observed) => mildestFirst.indexOf(value);
  const [worst] = cases.toSorted((a, b) => rank(b) - rank(a));
  return worst === undefined || cases.length < 2 ? [] : [of(worst, today, worst)];
}

function sumOfCases(told: readonly Observed[], today: IsoDate): Observed[] {
  const cases = newestOfEach(told);
  const amounts = cases.map(({ value }) => decimal(value)).filter((amount) => amount !== undefined);
  const [first, ...others] = amounts;
  const last = cases.at(-1);
  if (first === undefined || last === undefined || cases.length < 2) return [];
  const value = decimalText(others.reduce(add, first));
  return value === undefined ? [] : [of(last, today, { ...last, value })];
}

/** Of each case, as it stands. */
function newestOfEach(told: readonly Observed[]): Observed[] {
  return [...new Map(told.map((one) => [one.reference, one])).values()];
}
