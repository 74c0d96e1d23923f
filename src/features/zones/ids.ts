/** Slack ids, message kinds and subjects of this feature. */
export const ASK_ZONE = "zones.ask";
export const ZONE_FORM = "zones.form";
export const END_ZONE = "zones.end";
export const ASKED_KIND = "zone.asked";
export const DECIDED_KIND = "zone.decided";
export const LONGEST_REASON = 500;
