/** What is wrong in the catalogue beyond its shape: unknown metrics, levels out of order, comparisons that a metric's unit cannot take. */
import type { BrokenRule, Contradiction } from "../broken-rule.ts";
import type { Templates } from "../templates/schema.ts";
import type { SignalLevel } from "../vocabulary.ts";
import { type Metric, type Metrics, metricsOf } from "./metric.ts";
import type { Catalogue, SignalRule } from "./rule.ts";
import { severity, type Trigger } from "./trigger.ts";

/** A policy that lists no metrics was written before they were known, and is not held against them. */
export function catalogueProblems(catalogue: Catalogue, listed: Metrics, templates: Templates): Contradiction[] {
  const metrics = metricsOf(listed, templates);
  const knows = Object.keys(listed).length > 0;
  return Object.entries(catalogue).flatMap(([code, rule]) => {
    const path = ["signals", "catalogue", code];
    const ofTriggers = rule.triggers.flatMap((trigger, at) =>
      (knows ? triggerProblems(trigger, metrics) : []).map((problem) => ({
        ...problem,
        path: [...path, "triggers", at],
      })),
    );
    return [
      ...ofTriggers,
      ...[...levelProblems(rule), ...orderProblems(rule)].map((problem) => ({ ...problem, path })),
    ];
  });
}

function triggerProblems(trigger: Trigger, metrics: ReadonlyMap<string, Metric>): BrokenRule[] {
  const names = [trigger.metric, trigger.share_of, trigger.less].filter((name) => name !== undefined);
  const unknown = names.filter((name) => !metrics.has(name));
  if (unknown.length > 0) {
    return unknown.map((name) => ({ code: "metric_unknown", values: { metric: name } }));
  }
  const [metric, other] = [metrics.get(trigger.metric), metrics.get(trigger.share_of ?? trigger.less ?? "")];
  return metric === undefined ? [] : [...unitProblems(trigger, metric), ...pairProblems(trigger, metric, other)];
}

function unitProblems({ metric: name, is, ...trigger }: Trigger, { unit, words = [] }: Metric): BrokenRule[] {
  const isNumber = unit !== "flag" && unit !== "word";
  const limits = [trigger.over, trigger.at_least, trigger.below, trigger.at_most, trigger.sum_over];
  const counts = [...limits, trigger.change, trigger.trend].some((part) => part !== undefined);
  if (!isNumber && counts) {
    return [{ code: "metric_has_no_order", values: { metric: name, unit } }];
  }
  if (is === undefined) return [];
  if (isNumber) {
    return [{ code: "metric_is_number", values: { metric: name, unit } }];
  }
  if (unit === "flag") {
    return typeof is === "boolean" ? [] : [{ code: "metric_is_flag", values: { metric: name } }];
  }
  return typeof is === "string" && words.includes(is)
    ? []
    : [{ code: "metric_is_never", values: { metric: name, value: String(is), words: words.join(", ") } }];
}

function pairProblems(trigger: Trigger, metric: Metric, other: Metric | undefined): BrokenRule[] {
  if (other === undefined || other.unit === metric.unit) return [];
  const second = trigger.share_of ?? trigger.less ?? "";
  const values = { metric: trigger.metric, unit: metric.unit, other: second, otherUnit: other.unit };
  return [{ code: "units_differ", values }];
}

/** The levels of the triggers are those that the signal begins at or worsens to, which rise. */
function levelProblems({ level, worsens_to = [], triggers, veto }: SignalRule): BrokenRule[] {
  const steps: readonly SignalLevel[] = [level, ...worsens_to];
  const rises = steps.every((step, at) => at === 0 || severity(step) > severity(steps[at - 1]));
  const outside = triggers.map((one) => one.level).filter((one) => one !== "watch" && !steps.includes(one));
  return [
    ...(rises ? [] : [{ code: "levels_do_not_rise" as const, values: {} }]),
    ...[...new Set(outside)].map((one) => ({ code: "level_not_reached" as const, values: { level: one } })),
    ...(veto === true && !steps.includes("red") ? [{ code: "veto_is_red" as const, values: {} }] : []),
  ];
}

/** Of two triggers that measure the same, the worse level must be the harder to reach. */
function orderProblems({ triggers }: SignalRule): BrokenRule[] {
  return triggers.flatMap((mild) =>
    triggers
      .filter((severe) => severity(severe.level) > severity(mild.level) && measure(severe) === measure(mild))
      .filter((severe) => isEasier(severe, mild))
      .map((severe) => ({
        code: "level_reached_before",
        values: { severe: severe.level, metric: severe.metric, mild: mild.level },
      })),
  );
}

/** Everything but the level, the limits and where it comes from. */
function measure({
  level: _level,
  over: _over,
  at_least: _atLeast,
  below: _below,
  at_most: _atMost,
  is: _is,
  sum_over: _sumOver,
  source: _source,
  article: _article,
  needs_legal_review: _review,
  absent_days: absentDays,
  ...made
}: Trigger): string {
  return JSON.stringify({ ...made, isAbsence: absentDays !== undefined });
}

function isEasier(severe: Trigger, mild: Trigger): boolean {
  const [high, higher] = [mild.over ?? mild.at_least, severe.over ?? severe.at_least];
  const [low, lower] = [mild.below ?? mild.at_most, severe.below ?? severe.at_most];
  const [quiet, quieter] = [mild.absent_days, severe.absent_days];
  return isLess(higher, high) || isLess(low, lower) || isLess(quieter, quiet);
}

function isLess(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}
