/** Ids that travel through Slack and the outbox. */

/** The button that opens a check, wherever it stands; its value is the inspection's id. */
export const START_CHECK = "inspections.start";
/** Opens the batch of off-site checks of whoever presses it. Heard by `batch-checks`. */
export const OPEN_BATCH = "batch.open";
export const SHOW_ALL = "morning.show_all";
/** Opens the same list, to put something off. */
export const PUT_OFF = "morning.put_off";
export const TURN_PAGE = "morning.page";
export const TURN_PUT_OFF_PAGE = "morning.put_off_page";
export const LIST_MODAL = "morning.list";

export const MORNING = "morning";
export const GAINED = "gained";
/** The subject kind under which `markStale` reaches the messages that mention an inspection. */
export const INSPECTION_SUBJECT = "inspection";

/** The same of reports, and of asked overrides. */
export const REPORT_SUBJECT = "report";
export const OVERRIDE_SUBJECT = "override";
/** Of a zone that was asked for; the buttons that decide it, whose value is its id, are heard by `zones`. */
export const ZONE_SUBJECT = "zone_override";
export const APPROVE_ZONE = "zones.approve";
export const DECLINE_ZONE = "zones.decline";
/** The button that shows an asked override; its value is the override's id. */
export const OPEN_OVERRIDE = "overrides.open";

export const morningKey = (personId: string, date: string): string => `morning:${personId}:${date}`;
export const gainedKey = (personId: string, windowStart: string): string => `gained:${personId}:${windowStart}`;
