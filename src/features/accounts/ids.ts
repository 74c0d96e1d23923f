/** Slack ids of this feature; the button that opens a card is `features/named-customers`. */
/** Another page of the card that is open; its value is the place as JSON. */
export const TURN_CARD = "customers.turn";
export const CARD_MODAL = "customers.card";
