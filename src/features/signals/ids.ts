/** Slack ids and message kinds of this feature. */

/** The button that shows a signal, wherever it stands; its value is the signal's id. */
export const OPEN_SIGNAL = "signals.open";
/** One step without words; its value is `ID STEP`. */
export const TAKE_STEP = "signals.step";
/** A step that needs a reason or a plan opens this form. */
export const ASK_WORDS = "signals.words";
export const WORDS_FORM = "signals.words_form";
export const RAISE_FORM = "signals.raise_form";
export const SIGNAL_MODAL = "signals.signal";

/** The subject kind under which `markStale` reaches the messages that mention a signal. */
export const SIGNAL_SUBJECT = "signal";
export const RAISED_KIND = "signal.raised";
export const WAITS_KIND = "signal.waits";
/** The list of releases: shown, and agreed to as a whole; the value is the moment until which it was drawn. */
export const OPEN_RELEASES = "signals.releases";
export const AGREE_RELEASES = "signals.agree_releases";
export const RELEASES_KIND = "signal.releases";
export const TOLD_KIND = "signal.told";

export const LONGEST_WORDS = 2000;
