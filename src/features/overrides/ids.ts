/** Slack ids and message kinds of this feature; the button that asks is `inspections`'. */
export const OVERRIDE_FORM = "overrides.form";
export const GRANT_OVERRIDE = "overrides.grant";
export const DECLINE_OVERRIDE = "overrides.decline";
export const ASKED_KIND = "override.asked";
export const DECIDED_KIND = "override.decided";
export const INSPECTION_SUBJECT = "inspection";
export const LONGEST_REASON = 500;
