/** Slack ids of this feature. */
/** Shows some of one's work: the value is one of `VIEWS`. */
export const SHOW_VIEW = "home.view";
/** Of one product, or of all. */
export const SHOW_PRODUCT = "home.product";
/** Of the queue: one kind of report, one of `QUEUE_VIEWS`; and those of one officer, by person id. */
export const SHOW_QUEUE_VIEW = "home.queue_view";
export const SHOW_OFFICER = "home.queue_officer";
export const TURN_PAGE = "home.page";
/** All of one list, in a modal; the value is its name. */
export const SHOW_ALL_OF = "home.all_of";
export const ALL_OF_MODAL = "home.all_of_modal";
