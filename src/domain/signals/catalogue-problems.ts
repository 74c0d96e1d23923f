/** What is wrong in the catalogue beyond its shape: unknown metrics, levels out of order, comparisons that a metric's unit cannot take. */
import type { Templates } from "../templates/schema.ts";
import type { SignalLevel } from "../vocabulary.ts";
import { type Metric, type Metrics, metricsOf } from "./metric.ts";
import type { Catalogue, SignalRule } from "./rule.ts";
import { severity, type Trigger } from "./trigger.ts";

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** A policy that lists no metrics was written before they were known, and is not held against them. */
export function catalogueProblems(catalogue: Catalogue, listed: Metrics, templates: Templates): Problem[] {
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

type Said = Omit<Problem, "path">;

function triggerProblems(trigger: Trigger, metrics: ReadonlyMap<string, Metric>): Said[] {
  const names = [trigger.metric, trigger.share_of, trigger.less].filter((name) => name !== undefined);
  const unknown = names.filter((name) => !metrics.has(name));
  if (unknown.length > 0) {
    return unknown.map((name) => ({
      message: `there is no metric ${name}`,
      remedy: "add it to signals.metrics, or name one that is there or that a template asks",
    }));
  }
  const [metric, other] = [metrics.get(trigger.metric), metrics.get(trigger.share_of ?? trigger.less ?? "")];
  return metric === undefined ? [] : [...unitProblems(trigger, metric), ...pairProblems(trigger, metric, other)];
}

function unitProblems({ metric: name, is, ...trigger }: Trigger, { unit, words = [] }: Metric): Said[] {
  const isNumber = unit !== "flag" && unit !== "word";
  const limits = [trigger.over, trigger.at_least, trigger.below, trigger.at_most, trigger.sum_over];
  const counts = [...limits, trigger.change, trigger.trend].some((part) => part !== undefined);
  if (!isNumber && counts) {
    return [{ message: `${name} is a ${unit} and has no more or less`, remedy: "compare it with is" }];
  }
  if (is === undefined) return [];
  if (isNumber) {
    return [{ message: `${name} is a number of ${unit}`, remedy: "compare it with over, at_least, below or at_most" }];
  }
  if (unit === "flag") {
    return typeof is === "boolean"
      ? []
      : [{ message: `${name} is true or false`, remedy: "write is: true or is: false" }];
  }
  return typeof is === "string" && words.includes(is)
    ? []
    : [{ message: `${name} is never ${String(is)}`, remedy: `write one of: ${words.join(", ")}` }];
}

function pairProblems(trigger: Trigger, metric: Metric, other: Metric | undefined): Said[] {
  if (other === undefined || other.unit === metric.unit) return [];
  const message = `${trigger.metric} is in ${metric.unit}, ${trigger.share_of ?? trigger.less} in ${other.unit}`;
  return [{ message, remedy: "name two metrics of one unit" }];
}

/** The levels of the triggers are those that the signal begins at or worsens to, which rise. */
function levelProblems({ level, worsens_to = [], triggers, veto }: SignalRule): Said[] {
  const steps: readonly SignalLevel[] = [level, ...worsens_to];
  const rises = steps.every((step, at) => at === 0 || severity(step) > severity(steps[at - 1]));
  const outside = triggers.map((one) => one.level).filter((one) => one !== "watch" && !steps.includes(one));
  return [
    ...(rises ? [] : [{ message: "worsens_to does not rise", remedy: "name worse levels than level, mildest first" }]),
    ...[...new Set(outside)].map((one) => ({
      message: `a trigger says ${one}, which it neither begins at nor worsens to`,
      remedy: `add ${one} to worsens_to, or change the trigger`,
    })),
    ...(veto === true && !steps.includes("red")
      ? [{ message: "a veto condition is red", remedy: "let it begin at or worsen to red, or remove veto" }]
      : []),
  ];
}

/** Of two triggers that measure the same, the worse level must be the harder to reach. */
function orderProblems({ triggers }: SignalRule): Said[] {
  return triggers.flatMap((mild) =>
    triggers
      .filter((severe) => severity(severe.level) > severity(mild.level) && measure(severe) === measure(mild))
      .filter((severe) => isEasier(severe, mild))
      .map((severe) => ({
        message: `${severe.level} of ${severe.metric} is reached before ${mild.level}`,
        remedy: "put the limits in the order of the levels",
      })),
  );
}

/** Everything but the level, the limits and where it comes from. */
function measure({
  metric,
  share_of,
  less,
  change,
  running,
  every,
  trend,
  count,
  within_days,
  per,
  after_days,
  absent_days,
}: Trigger): string {
  const isAbsence = absent_days !== undefined;
  return JSON.stringify([
    metric,
    share_of,
    less,
    change,
    running,
    every,
    trend,
    count,
    within_days,
    per,
    after_days,
    isAbsence,
  ]);
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
