/** Slack ids of this feature. */
/** Shows some of one's work: the value is one of `VIEWS`. */
export const SHOW_VIEW = "home.view";
/** Of one product, or of all. */
export const SHOW_PRODUCT = "home.product";
export const TURN_PAGE = "home.page";
/** All of one list, in a modal; the value is its name. */
export const SHOW_ALL_OF = "home.all_of";
export const ALL_OF_MODAL = "home.all_of_modal";
