/** Whether one trigger fires, of which figures, and if not, why not. */

import { add, compare, type Decimal, decimal, decimalText } from "../check/decimal.ts";
import { addDays, compareDates, daysBetween } from "../dates.ts";
import { addTo } from "../lists-by-key.ts";
import type { IsoDate } from "../vocabulary.ts";
import { distinct, factsOf, type Observed, type Reading } from "./observed.ts";
import { newestPeriods } from "./periods.ts";
import { type Point, pointsOf } from "./points.ts";
import { type Trigger, type TriggerType, typeOf } from "./trigger.ts";

export const TRIGGER_REASONS = [
  "fired",
  "not_reached",
  "no_figure",
  "too_old",
  "too_few_periods",
  "too_few",
  "sum_not_reached",
  "too_early",
  "recorded_since",
] as const;
/**
 * `no_figure`: nothing is known, or not what it is compared with. `too_few_periods`: not so many without a gap. `too_few`, with
 * `sum_not_reached`: of a count. `too_early`: its subject began too lately. `recorded_since`: of an absence.
 */
export type TriggerReason = (typeof TRIGGER_REASONS)[number];

export interface Judged {
  readonly trigger: Trigger;
  readonly type: TriggerType;
  readonly fired: boolean;
  readonly reason: TriggerReason;
  /** What was compared: decimal text, a flag, a word, a number of facts or of days. */
  readonly value?: string;
  /** The facts it rests on, oldest first. */
  readonly used: readonly Observed[];
}

export interface Circumstances extends Reading {
  /** When its subject began: a loan was paid out, a borrower was taken on. An absence counts from then where nothing was recorded. */
  readonly since?: IsoDate;
}

export function judgeTrigger(trigger: Trigger, observations: readonly Observed[], at: Circumstances): Judged {
  const judged = (reason: TriggerReason, used: readonly Observed[], value?: string): Judged => ({
    trigger,
    type: typeOf(trigger),
    fired: reason === "fired",
    reason,
    used,
    ...(value === undefined ? {} : { value }),
  });
  if (isTooEarly(trigger, at)) return judged("too_early", []);
  if (trigger.absent_days !== undefined) return absence(trigger.absent_days, lastFact(trigger, observations, at));
  if (trigger.count !== undefined) return counted(trigger.count, trigger.within_days ?? 0);
  const points = pointsOf(trigger, observations, at);
  const newest = points.at(-1);
  if (newest === undefined) return judged("no_figure", []);
  if (isOld(trigger, newest.asOf, at)) return judged("too_old", newest.used, newest.value);
  const run = runOf(trigger, points);
  const used = run.flatMap((point) => point.used);
  if (run.length < periodsNeeded(trigger)) return judged("too_few_periods", used, newest.value);
  return judged(isReached(trigger, run) ? "fired" : "not_reached", used, newest.value);

  function absence(days: number, last: Observed | undefined): Judged {
    const from = last?.asOf ?? at.since;
    if (from === undefined) return judged("no_figure", []);
    const silent = daysBetween(from, at.asOf);
    return judged(silent >= days ? "fired" : "recorded_since", last === undefined ? [] : [last], String(silent));
  }

  function counted(least: number, within: number): Judged {
    const groups = windowGroups(trigger, observations, at, within);
    const group = groups.find((one) => one.length >= least && passesSum(trigger, one)) ?? largest(groups);
    if (group === undefined) return judged("no_figure", []);
    if (group.length < least) return judged("too_few", group, String(group.length));
    return judged(passesSum(trigger, group) ? "fired" : "sum_not_reached", group, String(group.length));
  }
}

function isTooEarly({ after_days }: Trigger, { since, asOf }: Circumstances): boolean {
  return after_days !== undefined && (since === undefined || daysBetween(since, asOf) < after_days);
}

function isOld({ within_days }: Trigger, date: IsoDate, { asOf }: Circumstances): boolean {
  return within_days !== undefined && daysBetween(date, asOf) > within_days;
}

function lastFact({ metric }: Trigger, observations: readonly Observed[], at: Circumstances): Observed | undefined {
  return factsOf(observations, metric, at).at(-1);
}

/** A trend over n periods compares n + 1 figures: each with the one before. */
function periodsNeeded({ running, trend }: Trigger): number {
  return (running ?? 1) + (trend === undefined ? 0 : 1);
}

function runOf(trigger: Trigger, points: readonly Point[]): Point[] {
  return newestPeriods(points, trigger.every ?? "visit", periodsNeeded(trigger));
}

function isReached(trigger: Trigger, run: readonly Point[]): boolean {
  const compared = trigger.running === undefined ? run.slice(-1) : run.slice(-trigger.running);
  return compared.every(({ value }) => passes(trigger, value)) && follows(trigger, run);
}

function follows({ trend }: Trigger, run: readonly Point[]): boolean {
  if (trend === undefined) return true;
  const wanted = trend === "rising" ? 1 : -1;
  return run.slice(1).every(({ value }, at) => {
    const [now, then] = [decimal(value), decimal(run[at]?.value ?? "")];
    return now !== undefined && then !== undefined && compare(now, then) === wanted;
  });
}

/** All the comparisons that a trigger names must hold; one that names none is about a trend alone. */
export function passes({ over, at_least, below, at_most, is }: Trigger, value: string): boolean {
  if (is !== undefined && value !== String(is)) return false;
  const limits = [over, at_least, below, at_most].filter((limit) => limit !== undefined);
  if (limits.length === 0) return true;
  const number = decimal(value);
  if (number === undefined) return false;
  const against = (limit: number) => compare(number, limitOf(limit));
  return (
    (over === undefined || against(over) > 0) &&
    (at_least === undefined || against(at_least) >= 0) &&
    (below === undefined || against(below) < 0) &&
    (at_most === undefined || against(at_most) <= 0)
  );
}

/** The limit as it is written, exactly. Throws RangeError for a number that has no plain decimal text. */
function limitOf(limit: number): Decimal {
  const written = decimal(String(limit));
  if (written === undefined) throw new RangeError(`${limit} is not a limit`);
  return written;
}

function windowGroups(
  trigger: Trigger,
  observations: readonly Observed[],
  at: Circumstances,
  within: number,
): Observed[][] {
  const from = addDays(at.asOf, -within);
  const facts = distinct(factsOf(observations, trigger.metric, at), trigger.per);
  const counted = facts.filter(({ asOf, value }) => compareDates(asOf, from) > 0 && passes(trigger, value));
  const groups = new Map<string, Observed[]>();
  for (const fact of counted) {
    const group = trigger.per === undefined ? "" : fact.reference;
    addTo(groups, group, fact);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, facts]) => facts);
}

function largest(groups: readonly Observed[][]): Observed[] | undefined {
  return groups.reduce<Observed[] | undefined>(
    (best, one) => (one.length > (best?.length ?? 0) ? one : best),
    undefined,
  );
}

function passesSum({ sum_over }: Trigger, facts: readonly Observed[]): boolean {
  if (sum_over === undefined) return true;
  const sum = facts.reduce<Decimal>((total, { value }) => add(total, decimal(value) ?? NOTHING), NOTHING);
  return decimalText(sum) !== undefined && compare(sum, limitOf(sum_over)) > 0;
}

const NOTHING: Decimal = { digits: 0n, scale: 0 };
