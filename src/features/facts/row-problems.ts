/** What is wrong with a row of facts: at which of its fields, and why, in words that files and pushes say alike. */
import type { z } from "zod";
import { type FactReason, isFactReason } from "../../domain/facts/reasons.ts";

export interface RowProblem {
  /** Empty where it is the row as a whole. */
  readonly field: string;
  readonly reason: FactReason;
  /** What may stand there, where that is a short list. */
  readonly known?: readonly string[];
}

/** Of one row's shape, each field once. */
export function shapeProblems(issues: readonly z.core.$ZodIssue[]): RowProblem[] {
  const found = issues.map((issue): RowProblem => {
    const field = String(issue.path.at(-1) ?? "");
    if (isFactReason(issue.message)) return { field, reason: issue.message };
    return {
      field,
      reason: "unknown_word",
      ...(issue.code === "invalid_value" ? { known: issue.values.map(String) } : {}),
    };
  });
  return [...new Map(found.reverse().map((one) => [one.field, one])).values()].reverse();
}
