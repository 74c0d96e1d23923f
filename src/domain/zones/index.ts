/** The three management zones (R102). */
export { movedZone, readZoneWish, type ZoneOverride, type ZoneWish, zoneInForce } from "./override.ts";
export { type PlanAsked, planAskedFor, planReviewOn, planWrittenBy } from "./plans.ts";
export { type ComputedZone, worstTier, type ZoneFacts, zoneOf } from "./zone-of.ts";
