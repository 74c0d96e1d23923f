/** To whom a standing signal climbs: what other features and the root may use. */
export { climb } from "./climb.ts";
export { type Foreseen, foreseeing, foreseen } from "./foresee.ts";
export { RUNG_TOLD, RUNGS_TOLD } from "./ids.ts";
export { type QuietOffer, quietOffer } from "./quiet-offer.ts";
export { findSignals, onLadder } from "./standing.ts";
export { type Escalated, sweepEscalations } from "./sweep.ts";
export { nextMoment, tellOnce } from "./tell-once.ts";
