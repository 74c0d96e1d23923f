/** Slack ids of this feature; the button that opens it belongs to the check. */
export const MAKE_SHEET = "confirmation.make_sheet";
export const ENTER_ANSWER = "confirmation.enter";
/** Asks for a page on which the signed sheet is handed in. */
export const HAND_IN_SIGNED = "confirmation.hand_in";
/** A borrower who did not confirm is a reason for a signal; its value is the answer's id. */
export const RAISE_SIGNAL = "confirmation.raise_signal";
export const ANSWER_FORM = "confirmation.form";

export const LONGEST_NOTE = 1000;
export const LONGEST_NUMBER = 40;
