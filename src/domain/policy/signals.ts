/** Warning signals (handbook 2.4) and their clocks (2.5). Highest level wins; points only sort. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { metricSchema } from "../signals/metric.ts";
import { signalRuleSchema } from "../signals/rule.ts";
import { COLLATERAL_KINDS } from "../templates/item.ts";
import { ROLES } from "../vocabulary.ts";
import { count, length, marks, percent, positive, slug, timeOfDay } from "./marks.ts";

export const signalsSchema = z.strictObject({
  combine: z.literal("highest"),
  merge_same_fact: z.boolean(),
  points: z.strictObject({ blue: count, yellow: count, orange: count, red: count, ...marks }),
  release: z.strictObject({ clean_months: positive, same_chain_back: z.boolean(), ...marks }),
  /** Percent of the value up to which a loan is covered, by kind of collateral; a kind that is not named has none. */
  ltv_caps: z.strictObject({ percent: z.partialRecord(z.enum(COLLATERAL_KINDS), percent), ...marks }),
  /** When a case counts as found early, and how many early and late ones with figures an estimate of avoided loss needs of each. */
  worth: z.strictObject({ late_from_days_past_due: positive, least_cases: positive, ...marks }),
  /** What triggers may name beside the items of the check forms. */
  metrics: z.record(slug, metricSchema),
  catalogue: z.record(z.string().regex(/^[A-Z]{3}-\d{2}$/u, breaks("not_a_signal_code")), signalRuleSchema),
});

const signalClock = z.strictObject({
  acknowledge: length.optional(),
  verify: length.optional(),
  plan: length.optional(),
  /** Who is told, in this order; each rung waits its own time for an answer. */
  path: z.array(z.strictObject({ role: z.enum(ROLES), after: length.optional() })).min(1),
  repeat_until_acknowledged: length.optional(),
  /** How long, in the level's own time, and how often its ladder may be made to stand still; without it, never. */
  snooze: z.strictObject({ most: length, times: positive }).optional(),
  review_effect: length,
  /** In waking hours of every calendar day, to a duty roster, instead of in working hours. */
  every_day: z.boolean().default(false),
  ...marks,
});

export const clocksSchema = z.strictObject({
  /** Working hours and days run between these times. */
  working_hours: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  waking_hours: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  signals: z.strictObject({ red: signalClock, orange: signalClock, yellow: signalClock, blue: signalClock }),
});
