/** Why an inspection is due, as it is stored beside it: the clauses of the sentence, the rule's source, its legal review. */
import { z } from "zod";
import type { PlannedInspection } from "../../domain/planning/index.ts";
import type { KnownInspection } from "./borrower-facts.ts";

const clause = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });
const stored = z.object({
  because: z.array(clause).default([]),
  source: z.array(z.string()).default([]),
  needsLegalReview: z.boolean().default(false),
});

export function becauseText({ because, source, needsLegalReview }: PlannedInspection): string {
  return JSON.stringify({ because, source, needsLegalReview });
}

/** The plan that a row was made from. */
export function planOfRow(borrowerId: string, row: KnownInspection): PlannedInspection {
  const { because, source, needsLegalReview } = stored.parse(JSON.parse(row.because));
  const { kind, occasion, mode, dueOn, provisional, policyLine, loanIds } = row;
  return {
    borrowerId,
    kind,
    occasion,
    mode,
    dueOn,
    provisional,
    policyLine,
    loanIds,
    because,
    source,
    needsLegalReview,
  };
}
