/** In which zone customers stand now (R102): what other features may use. */
export { type StandingZone, zoneOfBorrower, zonesOf } from "./standing-zone.ts";
export { openSignalLevel, standingOverride, ZONE_FACTS } from "./zone-facts.ts";
