/** What the rules answer: what is due, when, how, and why. */
import type { DatedAnswer } from "../calendar/business-calendar.ts";
import type { MatrixRow } from "../policy/inspections.ts";
import type { Marked } from "../policy/marks.ts";
import type { InspectionKind, IsoDate, VisitMode } from "../vocabulary.ts";

/**
 * One clause of an explanation: a key of the texts and its values. Values whose name ends in `On` are dates; `product`,
 * `tier`, `zone`, `kind` and `mode` are words of the vocabulary that the texts name as `tier.loss` and so on.
 */
export interface PlanPart {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface PlannedInspection {
  readonly borrowerId: string;
  readonly kind: InspectionKind;
  /** Why it exists, in one word: disbursement, interval, take_on, weekly_track, collection, overdue, or a trigger. */
  readonly occasion: string;
  readonly mode: VisitMode;
  readonly dueOn: IsoDate;
  /** Planned on weekends only, because official holidays are not announced yet. */
  readonly provisional: boolean;
  /** The path in the policy file of the line that decided. */
  readonly policyLine: string;
  readonly source: readonly string[];
  readonly needsLegalReview: boolean;
  readonly because: readonly PlanPart[];
  /** The loans it is about: one for a first inspection, all pursued ones for the others. */
  readonly loanIds: readonly string[];
}

export function part(code: string, values: PlanPart["values"] = {}): PlanPart {
  return { code: `planning.because.${code}`, values };
}

/** Says so where a rest day moved the end of an interval. */
export function rolledPart(endsOn: IsoDate, answer: DatedAnswer): PlanPart[] {
  if (answer.date === endsOn) return [];
  return [part(answer.date < endsOn ? "rolled_back" : "rolled_forward", { endsOn, dueOn: answer.date })];
}

export function markOf(rule: Marked): Pick<PlannedInspection, "source" | "needsLegalReview"> {
  return { source: rule.source ?? [], needsLegalReview: rule.needs_legal_review ?? false };
}

/** How often, as the texts say it: a half and a quarter of a month are 15 and 7 days. */
export function everyPart(row: MatrixRow): PlanPart {
  if ("weekly_track" in row) return part("every_days", { days: row.weekly_track.every_days });
  const months = "contact_note" in row ? row.contact_note.every_months : row.every_months;
  if (months === 0.5) return part("every_days", { days: 15 });
  return months === 0.25 ? part("every_days", { days: 7 }) : part("every_months", { months });
}
