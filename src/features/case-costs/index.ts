/** What a closed case has cost, on cards of other things: what other features may use. */
export { COST_FORM, costButton, STATE_COST } from "./cost-button.ts";
export { endedCasePieces } from "./ended-cases.ts";
