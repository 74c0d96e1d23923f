/** Slack ids and the audit subject of this feature. */
export const SET_STRATEGY = "strategies.set";
export const STRATEGY_FORM = "strategies.form";
export const STRATEGY_SUBJECT = "customer_strategy";
export const LONGEST_REASON = 1000;
