/** From a debtor's facts to the tier below which none of its loans may be placed. Pure: the same facts give the same floors. */

export { classify, type Floor } from "./classify.ts";
export { type Crossing, crossingOf } from "./crossing.ts";
export { type ClaimFacts, type DebtorFacts, REFINANCINGS } from "./facts.ts";
export { type FiredFloor, FLOOR_RULES, isMilder, ruleLine, type TierPolicy } from "./fired.ts";
export { HANDS, type Hand, nextHand, quarterEnd, quarterOf } from "./hands.ts";
export { tableOf } from "./tables.ts";
export { SHOWN_CHECKS, type ShownCheck, withShown } from "./upgrade-gate.ts";
