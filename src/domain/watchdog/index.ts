/** What should have been said by now, from the policy and the facts alone. */
export { type DigestDays, digestDays } from "./digest-days.ts";
export { FINDING_KINDS, type FindingKind, REPAIRS, type Repair } from "./finding.ts";
export { hearersOf, rolesToHear } from "./hearers.ts";
export { keyDateDays } from "./key-date-days.ts";
export { heardFrom, type Milestone, reminderBy, rungsBy, type TellingRules } from "./milestones.ts";
export { type OnceFacts, owedOnce } from "./said-once.ts";
export {
  againBy,
  type OwedRung,
  owedRungs,
  type SignalFacts,
  type SignalRules,
  whenAwake,
} from "./signal-rungs.ts";
