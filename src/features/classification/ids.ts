/** Ids that travel through Slack and the outbox. */
export const PROPOSE_TIER = "classification.propose";
export const TIER_FORM = "classification.form";
export const RECOGNISE_TIER = "classification.recognise";
export const APPROVE_TIER = "classification.approve";
export const DECLINE_TIER = "classification.decline";
export const DECLINE_FORM = "classification.decline_form";
/** One act for all loans whose tier stays; the values are the hands. */
export const CONFIRM_LIST = "classification.confirm_list";
export const RECOGNISE_LIST = "classification.recognise_list";
export const APPROVE_LIST = "classification.approve_list";

export const TIERS_SUGGESTED = "tier.suggested";
export const TIER_WAITS = "tier.waits";
export const TIER_ENDED = "tier.ended";
/** The quarter's list announces itself. */
export const QUARTER_TOLD = "tier.quarter";
/** Lists that others confirmed wait for the reader's hand. */
export const LIST_WAITS = "tier.list_waits";
export const TIER_SUBJECT = "tier_proposal";
/** What a person has to propose: one subject a keeper. */
export const TIER_DESK = "tier_desk";

export const LONGEST_REASON = 500;
