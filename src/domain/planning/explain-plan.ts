import { yearOf } from "../dates.ts";
import type { PlannedInspection, PlanPart } from "./planned-inspection.ts";

/** The sentence a person reads: what is due and how, each reason, the line of the policy with its sources, and doubts. */
export function explainPlan(
  plan: PlannedInspection,
  borrower: { readonly number: string; readonly name?: string },
): PlanPart[] {
  const { kind, mode, dueOn, policyLine } = plan;
  const who = borrower.name ?? borrower.number;
  const sources = plan.source.join(", ");
  return [
    { code: "planning.due", values: { borrower: who, kind, mode, dueOn } },
    ...plan.because,
    { code: sources === "" ? "planning.line" : "planning.line_with_source", values: { policyLine, sources } },
    ...(plan.provisional ? [{ code: "planning.provisional", values: { year: String(yearOf(dueOn)), dueOn } }] : []),
    ...(plan.needsLegalReview ? [{ code: "planning.needs_legal_review", values: { policyLine } }] : []),
  ];
}
