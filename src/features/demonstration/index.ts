/** An invented lender to look at, to try things on, and to test with. */
export { realActs } from "./acts.ts";
export { buildDemonstration, type Demonstration, type DemonstrationOptions } from "./build.ts";
export {
  DEMONSTRATION_TEAM,
  DEMONSTRATION_TIME_ZONE,
  type DemonstrationPerson,
  demonstrationPeople,
} from "./people.ts";
export { type DemonstrationActs, playActs } from "./play-acts.ts";
