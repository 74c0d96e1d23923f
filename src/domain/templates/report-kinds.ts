/** `weekly_track` and `contact_note` have templates of their own; items are told apart only within a report. */
export const REPORT_KINDS = ["first", "routine", "special"] as const;
