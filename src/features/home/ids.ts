/** Slack ids of this feature. */
/** Shows some of one's work: the value is one of `VIEWS`. */
export const SHOW_VIEW = "home.view";
/** Of one product, or of all. */
export const SHOW_PRODUCT = "home.product";
export const TURN_PAGE = "home.page";
/** All decisions of one kind that wait; the value is the kind. */
export const SHOW_DECISIONS = "home.decisions";
export const DECISIONS_MODAL = "home.decisions_modal";
