/** Slack ids and message kinds of this feature. */

/** The button that shows a signal, wherever it stands; its value is the signal's id. */
export const OPEN_SIGNAL = "signals.open";
/** One step without words; its value is `ID STEP`. */
export const TAKE_STEP = "signals.step";
/** A step that needs a reason or a plan opens this form. */
export const ASK_WORDS = "signals.words";
export const WORDS_FORM = "signals.words_form";
/** Raises one of what an inspection covers; its value is the inspection's id. */
export const RAISE = "signals.raise";
/** The shortcut of a message in Slack, as manifest.yml names it. */
export const RAISE_OF_MESSAGE = "signals.raise_of_message";
export const FIND_LOAN = "signals.find_loan";
export const RAISE_FORM = "signals.raise_form";
export const SIGNAL_MODAL = "signals.signal";
export const TAKE_OVER = "signals.take_over";
export const HAND_OVER = "signals.hand_over";
export const HAND_OVER_FORM = "signals.hand_over_form";
export const TAKE_BACK = "signals.take_back";
export const ACCEPT = "signals.accept";
export const DECLINE = "signals.decline";
export const ASK = "signals.ask";
export const ASK_FORM = "signals.ask_form";
/** Its value is the question's id. */
export const ANSWER = "signals.answer";
export const ANSWER_FORM = "signals.answer_form";
export const SNOOZE = "signals.snooze";
export const SNOOZE_FORM = "signals.snooze_form";
export const WAKE = "signals.wake";
export const NUDGE_SIGNAL = "signals.nudge";

/** The subject kind under which `markStale` reaches the messages that mention a signal. */
export const SIGNAL_SUBJECT = "signal";
export const RAISED_KIND = "signal.raised";
export const WAITS_KIND = "signal.waits";
/** The list of releases: shown, and agreed to as a whole; the value is the moment until which it was drawn. */
export const OPEN_RELEASES = "signals.releases";
export const AGREE_RELEASES = "signals.agree_releases";
export const RELEASES_KIND = "signal.releases";
export const TOLD_KIND = "signal.told";
/** To whom it is offered; of whom something is asked; what became of it between people. */
export const OFFERED_KIND = "signal.offered";
export const ASKED_KIND = "signal.asked";
export const HANDS_KIND = "signal.hands";
export const NUDGED_KIND = "signal.nudged";

export const LONGEST_WORDS = 2000;
