/** Slack ids and message kinds of this feature. */

/** The button that shows a measure, wherever it stands; its value is the measure's id. */
export const OPEN_MEASURE = "measures.open";
export const REPORT_RESULT = "measures.report";
export const RESULT_FORM = "measures.report_form";
export const CLOSE_MEASURE = "measures.close";
export const SEND_BACK = "measures.send_back";
export const SEND_BACK_FORM = "measures.send_back_form";
export const SHOW_PROOF = "measures.show_proof";
export const MEASURE_MODAL = "measures.measure";

/** The subject kind under which `markStale` reaches the messages that mention a measure. */
export const MEASURE_SUBJECT = "measure";
export const GIVEN_KIND = "measure.given";
export const REPORTED_KIND = "measure.reported";
export const SETTLED_KIND = "measure.settled";

export const LONGEST_RESULT = 2000;
export const LONGEST_REASON = 500;
/** Where the evidence of a measure's result is kept. */
export const proofKey = (measureId: string): string => `measure:${measureId}`;
