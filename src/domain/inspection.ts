/** The life of an inspection: which step leads from which state to which. People decide; time alone closes nothing. */
import { type Refusal, refuse } from "./refusal.ts";
import type { InspectionState } from "./vocabulary.ts";

export const INSPECTION_STEPS = {
  start: { from: ["planned", "started"], to: "started" },
  submit: { from: ["started", "returned"], to: "submitted" },
  /** Until a reviewer opens it. */
  withdraw: { from: ["submitted"], to: "started" },
  open_review: { from: ["submitted", "in_review"], to: "in_review" },
  approve: { from: ["submitted", "in_review"], to: "approved" },
  return: { from: ["submitted", "in_review"], to: "returned" },
  /** The reviewer asks for a new inspection on site: this one ends. */
  reject: { from: ["submitted", "in_review"], to: "rejected" },
  cancel: { from: ["planned"], to: "cancelled" },
} as const satisfies Record<string, { from: readonly InspectionState[]; to: InspectionState }>;
export type InspectionStep = keyof typeof INSPECTION_STEPS;

/** The state after the step, or the refusal that says which state it is in. */
export function afterStep(state: InspectionState, step: InspectionStep): InspectionState | Refusal {
  const { from, to } = INSPECTION_STEPS[step];
  const allowed: readonly InspectionState[] = from;
  return allowed.includes(state) ? to : refuse("inspection.not_now", { state });
}

/** The occasion of a special inspection that looks again at one that passed (R81). */
export const RECHECK = "recheck";

/** A report's own life: a correction of an approved inspection is reviewed while the inspection stays approved. */
export const REPORT_STATES = [
  "submitted",
  "in_review",
  "withdrawn",
  "returned",
  "approved",
  "rejected",
  "superseded",
] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const WAITING_REPORT_STATES = ["submitted", "in_review"] as const;

/** What each decision of a reviewer makes of the report. */
export const REPORT_AFTER = { approved: "approved", returned: "returned", re_inspect: "rejected" } as const;
