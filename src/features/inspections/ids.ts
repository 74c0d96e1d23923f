/** Slack ids of this feature. */
export const START = "inspections.start";
/** Asked, and wanted all the same, long before the day. */
export const START_EARLY = "inspections.start_early";
export const STEP_FORM = "inspections.step";
export const SUMMARY_FORM = "inspections.summary";
export const ANSWER = "inspections.answer";
export const GO_BACK = "inspections.back";
export const TO_SUMMARY = "inspections.to_summary";
export const GO_TO_STEP = "inspections.go_to";
/** Asks for a page of our own on which files are handed in; its value is the answer key. */
export const HAND_IN = "inspections.hand_in";
export const REMOVE_FILE = "inspections.remove_file";
export const ADD_ROW = "inspections.add_row";
export const REMOVE_ROW = "inspections.remove_row";
/** The figures of a step beside the last ones, once they are given. */
export const LOOK_FORM = "inspections.look";
/** Beside what the gate refuses: asks the unit's manager to let it pass. Heard by `overrides`. */
export const ASK_OVERRIDE = "overrides.ask";
export const WITHDRAW = "inspections.withdraw";
export const CORRECT = "inspections.correct";
export const ADD_RISK = "inspections.add_risk";
export const REMOVE_RISK = "inspections.remove_risk";
/** One of the policy's usual measures is chosen; its value is the code. */
export const USE_USUAL = "inspections.use_usual";
/** The borrower's confirmation of a check, shown beside it and heard by `confirmation`. */
export const CONFIRMATION = "inspections.confirmation";
/** To the officer: a report waits for the borrower. */
export const CONFIRMATION_NEEDED_KIND = "confirmation.needed";
/** Not questions of the form, but of the summary: what is new in a report that is nearly an earlier one. */
export const WHAT_IS_NEW = "report/what_is_new";
/** Why answers out of range are no risk. */
export const WHY_NO_RISK = "report/why_no_risk";
/** Why evidence older than the policy's limit has to do. */
export const WHY_OLD = "report/why_old";

/** Not a question of the form: what was counted blind, before the last figure was seen. */
export function firstCountKey(answerKey: string): string {
  return `first_count/${answerKey}`;
}
