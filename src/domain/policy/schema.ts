/**
 * The whole policy file, in its final top-level shape. Unknown keys are refused. Every rule may name its `source` and
 * say `needs_legal_review` until compliance has read it in the original.
 */
import type { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { policyContradictions } from "./contradictions.ts";
import { policyShape } from "./shape.ts";

/** Parsing what was parsed gives the same again, so that a stored version can be read back. */
export const policySchema = policyShape.superRefine((policy, ctx) => {
  for (const { path, code, values } of policyContradictions(policy)) {
    ctx.addIssue({ ...breaks(code, values), path: [...path] });
  }
});
export type Policy = z.infer<typeof policySchema>;
