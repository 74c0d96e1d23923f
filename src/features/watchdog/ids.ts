/** Kinds of messages, and the subjects they are about. */
export const WATCHDOG_REMINDER = "watchdog.reminder";
export const WATCHDOG_REPORT = "watchdog.report";
export const INSPECTION_SUBJECT = "inspection";
export const FINDING_SUBJECT = "watchdog_finding";
/** How a morning remembers what it told; the watchdog reads it and knows nothing else of mornings. */
export const MORNING_KIND = "morning";
