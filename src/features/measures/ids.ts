/** Slack ids and message kinds of this feature. */

/** The button that shows a measure, wherever it stands; its value is the measure's id. */
export const OPEN_MEASURE = "measures.open";
export const REPORT_RESULT = "measures.report";
export const RESULT_FORM = "measures.report_form";
export const CLOSE_MEASURE = "measures.close";
/** Asks for a page on which the evidence of a result is handed in. */
export const HAND_IN_PROOF = "measures.hand_in";
/** One of the policy's usual measures is chosen for a plan; its value is the code. */
export const USE_USUAL = "measures.use_usual";
export const SEND_BACK = "measures.send_back";
export const SEND_BACK_FORM = "measures.send_back_form";
export const SHOW_PROOF = "measures.show_proof";
export const HAND_OVER = "measures.hand_over";
export const HAND_OVER_FORM = "measures.hand_over_form";
/** The same by the unit's manager, whose word is enough. */
export const GIVE_AWAY = "measures.give_away";
export const GIVE_AWAY_FORM = "measures.give_away_form";
export const TAKE_BACK = "measures.take_back";
export const ACCEPT = "measures.accept";
export const DECLINE = "measures.decline";
/** The manager's decision on an offer that nobody answered. */
export const GIVE = "measures.give";
export const LEAVE = "measures.leave";
export const MEASURE_MODAL = "measures.measure";

/** The subject kind under which `markStale` reaches the messages that mention a measure. */
export const MEASURE_SUBJECT = "measure";
export const GIVEN_KIND = "measure.given";
export const REPORTED_KIND = "measure.reported";
export const SETTLED_KIND = "measure.settled";
/** A colleague is asked to take one over; what became of that; to the manager, that nobody answered. */
export const OFFERED_KIND = "measure.offered";
export const OFFER_TOLD_KIND = "measure.offer_told";
export const OFFER_WAITS_KIND = "measure.offer_waits";
/** What somebody who left answered for is the manager's now. */
export const FALLEN_KIND = "measure.fallen";

export const LONGEST_RESULT = 2000;
export const LONGEST_REASON = 500;
/** Where the evidence of a measure's result is kept. */
export const proofKey = (measureId: string): string => `measure:${measureId}`;
