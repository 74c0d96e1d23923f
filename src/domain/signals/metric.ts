/** What may be measured or told of a borrower, a loan, a piece of collateral, a guarantor or our own work, as the policy lists it. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { sentences } from "../policy/marks.ts";
import type { Templates } from "../templates/schema.ts";
import { ITEM_UNITS } from "../templates/units.ts";

/** `flag`: true or false. `word`: one of a few. Everything else is a number in that unit. */
export const METRIC_UNITS = [...ITEM_UNITS, "flag", "word"] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

export const metricSchema = z
  .strictObject({ title: sentences, unit: z.enum(METRIC_UNITS), words: z.array(z.string().min(1)).min(2).optional() })
  .refine(
    ({ unit, words }) => unit !== "word" || words !== undefined,
    breaks("needs", { name: "unit: word", needed: "words" }),
  )
  .refine(
    ({ unit, words }) => unit === "word" || words === undefined,
    breaks("needs", { name: "words", needed: "unit: word" }),
  );
export type Metric = z.infer<typeof metricSchema>;
export type Metrics = Readonly<Record<string, Metric>>;

/** The metrics a policy lists, and what its check forms ask: a report's answers are facts like any other. */
export function metricsOf(listed: Metrics, templates: Templates): Map<string, Metric> {
  const items = templates.flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
  const asked = items.flatMap(({ key, label, type, unit, options }): [string, Metric][] => {
    if (type === "number" && unit !== undefined) return [[key, { title: label, unit }]];
    if (type === "yes_no") return [[key, { title: label, unit: "flag" }]];
    if (type === "choice")
      return [[key, { title: label, unit: "word", words: (options ?? []).map(({ value }) => value) }]];
    return [];
  });
  return new Map([...asked, ...Object.entries(listed)]);
}
