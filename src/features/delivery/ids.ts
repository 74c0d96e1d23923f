/** Ids that travel through Slack and the outbox. */
export const RETRY = "delivery.retry";
export const RE_ROUTE = "delivery.re_route";
export const DAILY = "delivery.daily";
