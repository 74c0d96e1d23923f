/** Slack ids and message kinds of this feature. */
/** The value of each button is the inspection's id, of the two decisions the extension's. */
export const MORE = "deadlines.more";
export const SNOOZE = "deadlines.snooze";
export const END_SNOOZE = "deadlines.end_snooze";
/** Asked by whoever does the work. */
export const EXTEND = "deadlines.extend";
/** Given by the manager. */
export const GRANT = "deadlines.grant";
export const ATTEMPT = "deadlines.attempt";
export const NUDGE = "deadlines.nudge";
/** The value is the report's id. */
export const NUDGE_REVIEW = "deadlines.nudge_review";
export const APPROVE_EXTENSION = "deadlines.approve_extension";
export const REFUSE_EXTENSION = "deadlines.refuse_extension";

/** Heard by `inspections`. */
export const START_CHECK = "inspections.start";

export const ITEM_MODAL = "deadlines.item";
export const SNOOZE_FORM = "deadlines.snooze_form";
export const EXTEND_FORM = "deadlines.extend_form";
export const GRANT_FORM = "deadlines.grant_form";
/** Asks for a page on which the proof is handed in. */
export const HAND_IN_ATTEMPT = "deadlines.hand_in";
export const ATTEMPT_FORM = "deadlines.attempt_form";

export const NUDGED = "deadlines.nudged";
export const REVIEW_NUDGED = "deadlines.review_nudged";
export const EXTENSION_ASKED = "deadlines.extension_asked";
export const EXTENSION_DECIDED = "deadlines.extension_decided";

export const INSPECTION_SUBJECT = "inspection";
export const LONGEST_REASON = 500;
