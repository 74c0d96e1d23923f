/** Drawn by `signals`: this feature says to whom and when. One red, or all that falls into the same minutes. */
export const RUNG_TOLD = "signals.rung";
export const RUNGS_TOLD = "signals.rungs";
export const SIGNAL_SUBJECT = "signal";
