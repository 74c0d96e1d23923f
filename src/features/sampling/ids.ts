/** Message kinds and audit words of this feature. */
export const RECHECKS_KIND = "sampling.rechecks";
export const DRAWN_KIND = "sampling.drawn";
export const DRAWN_VERB = "sample.drawn";
export const DRAW_SUBJECT = "sample";
