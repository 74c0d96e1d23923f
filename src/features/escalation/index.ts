/** To whom a standing signal climbs: what other features and the root may use. */
export { type Foreseen, foreseen } from "./foresee.ts";
export { type Escalated, sweepEscalations } from "./sweep.ts";
