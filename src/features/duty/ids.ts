/** Ids that travel through Slack. */
export const ENTER_TURN = "duty.enter";
export const DUTY_FORM = "duty.form";
/** The value is the turn's id. */
export const END_TURN = "duty.end";
export const DUTY_SUBJECT = "duty_turn";
