/** What a button of a score carries: of whom, and which month or quarter; of one metric's lines, which. */
import { z } from "zod";
import { METRICS, SCORED_ROLES } from "../../domain/appraisal/facts.ts";

export const scorePlace = z.object({ kind: z.enum(["person", "unit"]), id: z.string(), period: z.string() });
export type ScorePlace = z.infer<typeof scorePlace>;

/** Of a quarter, in place of a metric. */
export const QUALITY_OUTCOME = "quality_outcome";

export const linesPlace = z.object({
  id: z.string(),
  period: z.string(),
  role: z.enum(SCORED_ROLES),
  metric: z.enum([...METRICS, QUALITY_OUTCOME]),
});
export type LinesPlace = z.infer<typeof linesPlace>;
