/** Slack ids of this feature; the button that opens a card is `features/named-customers`. */
/** Another page of the card that is open; its value is the place as JSON. */
export const TURN_CARD = "customers.turn";
export const CARD_MODAL = "customers.card";
/** The form in which customers are looked for. Its ids are no card's: a card opens on top of it. */
export const SEARCH = "find.search";
export const SEARCH_FORM = "find.form";
export const SEARCH_PAGE = "find.page";
