/** By how many points overdue and migration to non-performing move a quarter's score, against a budget (R84; handbook 2.7). */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { marks, percent, positive } from "./marks.ts";

/** Points for each percentage point below the budget, and off for each above it. */
const perPoint = z.strictObject({
  up_for_each_below: z.number().min(0).max(100),
  down_for_each_above: z.number().min(0).max(100),
  ...marks,
});

/** Percent of drawn balances; what is not said is not counted. */
const budget = z.strictObject({
  overdue_percent: percent.optional(),
  npl_migration_percent: percent.optional(),
  ...marks,
});

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/u, breaks("not_a_quarter"));

export const qualityOutcomeSchema = z.strictObject({
  /** Both together move a quarter by so many points at most, up or down. */
  points: positive,
  overdue: perPoint.optional(),
  npl_migration: perPoint.optional(),
  /** Only whole percentage points count; else points rise and fall evenly. */
  whole_steps: z.boolean().optional(),
  /** By quarter, `2026-Q1`. A quarter without one moves nothing. */
  budgets: z.record(quarter, budget).optional(),
  ...marks,
});

export type QualityRules = z.infer<typeof qualityOutcomeSchema>;
