/** Ids that travel through Slack and the outbox. */
/** Opens the form. */
export const OPEN_ABSENCE = "absences.open";
export const ABSENCE_FORM = "absences.form";
export const VALUE = "absences.value";
/** Ends an absence; the value is its id. */
export const END_ABSENCE = "absences.end";

/** Entered or ended: to whoever did not do it. */
export const ABSENCE_TOLD = "absences.told";
/** The first working morning of it, to the stand-in. */
export const ABSENCE_BEGUN = "absences.begun";
/** The first working morning after it, to whoever was away. */
export const ABSENCE_OVER = "absences.over";
/** To the manager, when whoever stood in has left. */
export const ABSENCE_UNCOVERED = "absences.uncovered";
export const ABSENCE_SUBJECT = "absence";

export const LONGEST_REASON = 200;
