/** Ids that travel through Slack and the outbox. */

/** Opens the form for one inspection; the value is the inspection's id. */
export const REASSIGN = "handovers.reassign";
/** The same for a whole account; the value is the borrower's id. */
export const REASSIGN_ACCOUNT = "handovers.reassign_account";
/** The same for what fell to a manager; the value is the batch's id. */
export const REASSIGN_LIST = "handovers.reassign_list";
export const FORM = "handovers.form";
/** Choosing in the form's filter shows how many fit. */
export const FILTER = "handovers.filter";
/** The inputs that need no answer while the form is filled in. */
export const VALUE = "handovers.value";
/** Types a name, gets people. */
export const FIND_PERSON = "handovers.find_person";
/** The same, and the choice is a part of the filter. */
export const FIND_OFFICER = "handovers.find_officer";

/** The value of these is the batch's id. */
export const ACCEPT = "handovers.accept";
export const DECLINE = "handovers.decline";
export const DECLINE_FORM = "handovers.decline_form";
/** One of a list; the value is its own id. */
export const ACCEPT_ONE = "handovers.accept_one";
export const DECLINE_ONE = "handovers.decline_one";
export const TAKE_BACK = "handovers.take_back";
export const GIVE = "handovers.give";
export const LEAVE = "handovers.leave";

export const OFFERED = "handovers.offered";
export const TOLD = "handovers.told";
export const ESCALATED = "handovers.escalated";
export const FALLEN = "handovers.fallen";

/** The subject kinds under which `markStale` reaches every message about one request, or one inspection. */
export const BATCH_SUBJECT = "handover_batch";
export const INSPECTION_SUBJECT = "inspection";

/** The reason of what nobody was asked about: it fell to the manager, because its keeper has left. */
export const LEFT = "left";

/** The reasons of what the desk itself proposes: a customer crossed to the department that leads it by its tier now (R113, R114). */
export const CROSSED = {
  business: "crossed_to_business",
  control: "crossed_to_control",
  asset_ops: "crossed_to_asset_ops",
} as const;
export const NOBODY_ACROSS = "handovers.nobody_across";

/** Items that one request may name; more is a sign of a filter that is too wide. */
export const MOST_ITEMS = 200;
export const LONGEST_REASON = 500;
