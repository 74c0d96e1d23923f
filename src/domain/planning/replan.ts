/** What becomes of an open inspection when the tier, the policy or the data changed (design "Dates"). */
import { addWorkingDays, type BusinessCalendar } from "../calendar/business-calendar.ts";
import { compareDates, latestOf } from "../dates.ts";
import type { Policy } from "../policy/schema.ts";
import type { InspectionState, IsoDate, VisitMode } from "../vocabulary.ts";
import { type PlannedInspection, type PlanPart, part } from "./planned-inspection.ts";

export interface OpenInspection {
  readonly state: InspectionState;
  readonly dueOn: IsoDate;
  readonly mode: VisitMode;
  readonly provisional: boolean;
  readonly policyLine: string;
}

export interface Change {
  /** The business date on which the change was known. */
  readonly knownOn: IsoDate;
  /** A red signal is behind it: less grace. */
  readonly red?: boolean | undefined;
}

export type Replanned =
  /** The date stands. `amended` is the plan to store where its mode, line or provisional mark changed, with the old date. */
  | { readonly action: "keep"; readonly why: PlanPart; readonly amended?: PlannedInspection | undefined }
  | {
      readonly action: "move";
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly why: PlanPart;
      /** With `to` as its date. */
      readonly plan: PlannedInspection;
    }
  | { readonly action: "cancel"; readonly why: PlanPart };

/**
 * Started work is kept as it is, and what was late stays late. A stricter date comes no sooner than the grace after the
 * change was known, and never later than the old date; a milder one is taken over. No new plan cancels.
 */
export function replan(
  policy: Policy,
  calendar: BusinessCalendar,
  existing: OpenInspection,
  planned: PlannedInspection | undefined,
  change: Change,
): Replanned {
  if (existing.state !== "planned") return { action: "keep", why: part("kept_started") };
  if (planned === undefined) return { action: "cancel", why: part("no_longer_due", { knownOn: change.knownOn }) };
  if (compareDates(existing.dueOn, change.knownOn) < 0)
    return { action: "keep", why: part("kept_late", { dueOn: existing.dueOn }) };
  const graced = withGrace(policy, calendar, planned, change);
  if (compareDates(planned.dueOn, existing.dueOn) >= 0) return moved(existing, planned);
  if (compareDates(graced.dueOn, existing.dueOn) < 0) return moved(existing, graced);
  const why = part(planned.dueOn === existing.dueOn ? "kept_same" : "kept_earlier", { dueOn: existing.dueOn });
  return { action: "keep", why, amended: amendment(existing, planned) };
}

/** A plan whose date came by a change: at least the grace after it was known, so that nobody is late overnight. */
export function withGrace(
  policy: Policy,
  calendar: BusinessCalendar,
  planned: PlannedInspection,
  change: Change,
): PlannedInspection {
  const { grace_working_days, grace_working_days_red } = policy.inspections.replan;
  const workingDays = change.red === true ? grace_working_days_red : grace_working_days;
  const earliest = addWorkingDays(calendar, change.knownOn, workingDays);
  if (compareDates(earliest.date, planned.dueOn) <= 0) return planned;
  return {
    ...planned,
    dueOn: latestOf(planned.dueOn, earliest.date),
    provisional: earliest.provisional,
    because: [...planned.because, part("grace", { knownOn: change.knownOn, workingDays, dueOn: earliest.date })],
  };
}

function moved(existing: OpenInspection, plan: PlannedInspection): Replanned {
  if (plan.dueOn === existing.dueOn) {
    return { action: "keep", why: part("kept_same", { dueOn: plan.dueOn }), amended: amendment(existing, plan) };
  }
  const why = part(plan.dueOn < existing.dueOn ? "moved_earlier" : "moved_later", {
    fromOn: existing.dueOn,
    toOn: plan.dueOn,
  });
  return { action: "move", from: existing.dueOn, to: plan.dueOn, why, plan };
}

function amendment(existing: OpenInspection, planned: PlannedInspection): PlannedInspection | undefined {
  const same =
    existing.mode === planned.mode &&
    existing.policyLine === planned.policyLine &&
    existing.provisional === planned.provisional;
  return same ? undefined : { ...planned, dueOn: existing.dueOn };
}
