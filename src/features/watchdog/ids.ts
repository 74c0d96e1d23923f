/** Kinds of messages, and the subjects they are about. */
export const WATCHDOG_REMINDER = "watchdog.reminder";
export const WATCHDOG_REPORT = "watchdog.report";
/** Of signals that were not told in time; `signals` draws it, with what a person may do there. */
export const WATCHDOG_SIGNALS = "watchdog.signals";
export const INSPECTION_SUBJECT = "inspection";
/** What lapses or falls due of a customer. */
export const KEY_DATE_SUBJECT = "key_date";
/** How a digest that comes by itself remembers of which days it is: it has no items. */
export const DIGEST_KIND = "digest";
export const DIGEST_SUBJECT = "digest";
export const FINDING_SUBJECT = "watchdog_finding";
/** How a morning remembers what it told; the watchdog reads it and knows nothing else of mornings. */
export const MORNING_KIND = "morning";
export const SIGNAL_SUBJECT = "signal";
/**
 * How the outbox remembers what a signal's ladder told, and a new keeper of the account was told; whom a restricted one was told, and
 * who may agree to a release.
 */
export const SIGNAL_KINDS = ["signals.rung", "signals.rungs", "signals.kept", "signal.raised", "signal.releases"];
/** Posts that nobody holds, as whoever reports them names them. */
export const VACANCY_SUBJECT = "vacancy";
