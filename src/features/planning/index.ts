/** Due dates applied to the book: what other features and the root may use. */
export { applyChanges, type BorrowerChanges, type MovedInspection } from "./apply.ts";
export type { BorrowerRecord } from "./borrower-facts.ts";
export { dutiesOf } from "./duties.ts";
export { borrowerIdOf, type ExplainedInspection, type Explanation, explainNext } from "./explain.ts";
export { calendarOf } from "./load-records.ts";
export { type PlanCounts, type PlanOptions, planBorrowers, replanAll } from "./plan-borrowers.ts";
export { type NextInspection, planAgain, planNextAfter, undoPlanned } from "./plan-next.ts";
export { type PlannedAccount, RememberedAccounts } from "./remembered-accounts.ts";
export { settleZone, settleZones } from "./settle-zones.ts";
export { type OpenedSpecial, openContactNote, openSpecial, type SpecialWish } from "./special.ts";
export type { Visit } from "./visits.ts";
export { type WouldMove, wouldMove } from "./would-move.ts";
