/** One condition under which a signal fires, as the policy file writes it (handbook 2.4). */
import { z } from "zod";
import { breaks, type RuleIssue } from "../broken-rule.ts";
import { marks, positive, slug } from "../policy/marks.ts";
import { SIGNAL_LEVELS } from "../vocabulary.ts";

/** `watch` is shown to the officer and raises nothing. Mildest first. */
export const TRIGGER_LEVELS = ["watch", ...SIGNAL_LEVELS] as const;
export type TriggerLevel = (typeof TRIGGER_LEVELS)[number];

/** By what "running" counts: calendar months or quarters, or each figure as one visit. */
export const PERIODS = ["visit", "month", "quarter"] as const;
export type Period = (typeof PERIODS)[number];

const COMPARISONS = ["over", "at_least", "below", "at_most", "is"] as const;

/**
 * The newest figure of `metric` against a limit; or what is made of it:
 * `share_of`: as percent of another metric. `less`: minus another metric. `change`: against the figure so many days before, in
 * percent of it or as a difference. `running`: in so many periods without a gap. `trend`: it rose or fell from period to period.
 * `count`: at least so many such figures within `within_days`, `sum_over` together more than that, `per` the same reference (a payee,
 * say). `within_days` alone: the figure is no older. `after_days`: not before so many days since its subject began (a loan: since it
 * was paid out). `absent_days`: no figure for so many days.
 */
export const triggerSchema = z
  .strictObject({
    level: z.enum(TRIGGER_LEVELS),
    metric: slug,
    over: z.number().optional(),
    at_least: z.number().optional(),
    below: z.number().optional(),
    at_most: z.number().optional(),
    is: z.union([z.boolean(), z.string()]).optional(),
    share_of: slug.optional(),
    less: slug.optional(),
    change: z.strictObject({ in: z.enum(["percent", "amount"]), days: positive }).optional(),
    running: positive.optional(),
    every: z.enum(PERIODS).optional(),
    trend: z.enum(["rising", "falling"]).optional(),
    count: positive.optional(),
    within_days: positive.optional(),
    sum_over: z.number().optional(),
    per: z.literal("reference").optional(),
    after_days: positive.optional(),
    absent_days: positive.optional(),
    ...marks,
  })
  .superRefine((trigger, ctx) => {
    for (const trouble of troubles(trigger)) ctx.addIssue(trouble);
  });
export type Trigger = z.infer<typeof triggerSchema>;

type Parts = Omit<Trigger, "level" | "metric" | "source" | "needs_legal_review">;

function troubles(trigger: Parts): RuleIssue[] {
  const compares = COMPARISONS.some((name) => trigger[name] !== undefined);
  const made = [trigger.share_of, trigger.less, trigger.change].filter((part) => part !== undefined);
  const stands = compares || trigger.trend !== undefined || trigger.absent_days !== undefined;
  const others = [...made, trigger.running, trigger.trend, trigger.count, trigger.within_days];
  const needs = (name: keyof Parts, ...needed: readonly (keyof Parts)[]) =>
    trigger[name] !== undefined &&
    needed.every((one) => trigger[one] === undefined) &&
    breaks("needs", { name, needed: needed.join(" / ") });
  const found = [
    !stands && breaks("at_least_one_of", { names: [...COMPARISONS, "trend", "absent_days"].join(", ") }),
    made.length > 1 && breaks("at_most_one_of", { names: "share_of, less, change" }),
    needs("count", "within_days"),
    needs("sum_over", "count"),
    needs("per", "count"),
    trigger.count !== undefined &&
      trigger.running !== undefined &&
      breaks("at_most_one_of", { names: "count, running" }),
    needs("every", "running", "trend"),
    trigger.absent_days !== undefined &&
      (compares || others.some((part) => part !== undefined)) &&
      breaks("stands_alone", { name: "absent_days" }),
  ];
  return found.filter((trouble) => trouble !== false);
}

/** The six types of the catalogue, by what a trigger names. */
export const TRIGGER_TYPES = ["level", "change", "trend", "share", "count", "absence"] as const;
export type TriggerType = (typeof TRIGGER_TYPES)[number];

export function typeOf(trigger: Trigger): TriggerType {
  if (trigger.absent_days !== undefined) return "absence";
  if (trigger.count !== undefined) return "count";
  if (trigger.running !== undefined || trigger.trend !== undefined) return "trend";
  if (trigger.change !== undefined) return "change";
  return trigger.share_of !== undefined || trigger.less !== undefined ? "share" : "level";
}

/** Mildest first: -1 where nothing fired. */
export function severity(level: TriggerLevel | undefined): number {
  return level === undefined ? -1 : TRIGGER_LEVELS.indexOf(level);
}
