/** Signals that stand on accounts which change hands: asked by `handovers`, drawn by `signals`. */
export { KEPT_TOLD, passSignalsOn } from "./pass-on.ts";
