/** What is wrong with facts beyond their shape: each with its place. */
import { type Metric, metricsOf } from "../../domain/signals/metric.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { LineProblem } from "../../platform/json-lines.ts";
import type { Fact } from "./event.ts";
import { nameOf, type SubjectIds } from "./subjects.ts";

/** What the policy in force knows by name. */
export function knownMetrics({ policy: { policy } }: Context): ReadonlyMap<string, Metric> {
  return metricsOf(policy.signals.metrics, policy.templates);
}

export function factProblems(
  ctx: Context,
  facts: readonly Fact[],
  subjects: SubjectIds,
  metrics: ReadonlyMap<string, Metric>,
): LineProblem[] {
  const today = localDate(ctx.now, ctx.policy.policy.calendar.time_zone);
  const first = new Map<string, number>();
  return facts.flatMap((fact, at) => {
    const name = sameFact(fact);
    const earlier = first.get(name);
    first.set(name, earlier ?? at);
    const found: (readonly [place: string, message: string] | undefined)[] = [
      subjectProblem(fact, subjects.get(nameOf(fact.subject))?.length ?? 0),
      fact.asOf > today ? ["asOf", `is later than today, ${today}`] : undefined,
      ...valueProblems(fact, metrics.get(fact.key)),
      earlier === undefined ? undefined : ["", `is the same fact as facts[${earlier}]`],
    ];
    return found.flatMap((one) => {
      if (one === undefined) return [];
      const [place, message] = one;
      return [{ path: place === "" ? `facts[${at}]` : `facts[${at}].${place}`, message }];
    });
  });
}

/** By what one fact is told from another of the same source. */
export function sameFact({ subject, key, asOf, reference }: Fact): string {
  return JSON.stringify([nameOf(subject), key, asOf, reference]);
}

function subjectProblem({ subject }: Fact, found: number): [string, string] | undefined {
  if (found === 1) return undefined;
  if (found > 1) return ["subject", `${found} guarantors of this loan bear this name`];
  return ["subject", `no ${subject.kind} of this ${"name" in subject ? "name" : "number"} is in the book`];
}

const IS_NUMBER = /^-?\d/;
const FLAGS = ["true", "false"];

function valueProblems({ value, unit }: Fact, metric: Metric | undefined): [string, string][] {
  const words = metric?.words;
  const found: ([string, string] | false)[] = [
    metric !== undefined && metric.unit !== unit && ["unit", `the policy has it in ${metric.unit}`],
    unit === "flag" && !FLAGS.includes(value) && ["value", "is true or false, for its unit is flag"],
    unit === "word" &&
      (words === undefined ? IS_NUMBER.test(value) : !words.includes(value)) && [
        "value",
        `is one of ${words?.join(", ") ?? "the policy's words"}, for its unit is word`,
      ],
    unit !== "flag" && unit !== "word" && !IS_NUMBER.test(value) && ["value", `is a number, for its unit is ${unit}`],
  ];
  return found.filter((one) => one !== false);
}
