/**
 * The draw for re-checks on site (R81, handbook 2.3): a share of a unit's passed inspections of one month by lot, a share of the
 * customers whom nobody saw after a simplified survey, at least so many of each officer, and all of some kinds. The same population,
 * rule and seed draw the same.
 */
import type { SampleReason } from "../vocabulary.ts";

export interface Passed {
  /** The inspection's number. */
  readonly number: string;
  /** Who submitted the report that was approved first. */
  readonly officer: string;
  /** Drawn whatever the lot says. */
  readonly always?: "first_zone_2_entry" | "similar";
  /** The survey on site before lending was simplified, and nobody was at the customer's in the month. At most one of a customer. */
  readonly unseenAfterSimplifiedSurvey?: boolean;
}

export interface SampleRule {
  /** Of the whole population, rounded up. */
  readonly percent: number;
  /** Of those unseen after a simplified survey, rounded up; whoever is drawn for another reason counts (handbook 2.2). */
  readonly simplifiedSurveyPercent: number;
  readonly atLeastPerOfficer: number;
}

export interface DrawnInspection {
  readonly number: string;
  readonly why: SampleReason;
}

/** `lotOf` orders by lot: a text for each number that nobody can foresee without the seed. The lowest are drawn. */
export function drawSample(
  population: readonly Passed[],
  rule: SampleRule,
  lotOf: (number: string) => string,
): DrawnInspection[] {
  const always = population.flatMap(({ number, always: why }) => (why === undefined ? [] : [{ number, why }]));
  const lots = population
    .filter((one) => one.always === undefined)
    .map((one) => ({ ...one, lot: lotOf(one.number) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0));
  const share = Math.min(lots.length, Math.ceil((population.length * rule.percent) / 100));
  const byLot = lots.slice(0, share);
  const drawn = new Set([...always, ...byLot].map(({ number }) => number));
  const unseen = population.filter((one) => one.unseenAfterSimplifiedSurvey === true);
  const toSee = Math.ceil((unseen.length * rule.simplifiedSurveyPercent) / 100);
  const seenAnyway = unseen.filter(({ number }) => drawn.has(number)).length;
  const surveyed = lots
    .slice(share)
    .filter((one) => one.unseenAfterSimplifiedSurvey === true)
    .slice(0, Math.max(0, toSee - seenAnyway));
  for (const { number } of surveyed) drawn.add(number);
  const officers = [...new Set(population.map(({ officer }) => officer))].sort();
  const more = officers.flatMap((officer) => {
    const has = population.filter((one) => one.officer === officer && drawn.has(one.number)).length;
    const left = lots.slice(share).filter((one) => one.officer === officer && !drawn.has(one.number));
    return left.slice(0, Math.max(0, rule.atLeastPerOfficer - has));
  });
  return [
    ...always,
    ...byLot.map(({ number }) => ({ number, why: "lot" as const })),
    ...surveyed.map(({ number }) => ({ number, why: "simplified_survey" as const })),
    ...more.map(({ number }) => ({ number, why: "officer_minimum" as const })),
  ].sort((a, b) => (a.number < b.number ? -1 : 1));
}
