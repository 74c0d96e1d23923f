/** Slack ids and message kinds of this feature; the button that opens a report belongs to the queue. */
/** Shows a report to read, wherever the button stands; its value is the inspection's number. */
export const SHOW_REPORT = "reviews.show";
export const APPROVE = "reviews.approve";
export const RETURN = "reviews.return";
export const RE_INSPECT = "reviews.re_inspect";
export const NEXT = "reviews.next";
export const BACK = "reviews.back";
export const ADD_REMARK = "reviews.add_remark";
export const ANSWERS = "reviews.answers";
export const ANSWERS_PAGE = "reviews.answers_page";
export const SHOW_FILE = "reviews.show_file";
export const HISTORY = "reviews.history";
export const HISTORY_BACK = "reviews.history_back";
export const PAST_REPORT = "reviews.past_report";
export const BESIDE = "reviews.beside";
export const PRINT = "reviews.print";

/** A page of a batch; one report of it; all of it that waits. */
export const BATCH_REVIEW_PAGE = "reviews.batch_page";
export const BATCH_ITEM = "reviews.batch_item";
export const APPROVE_BATCH = "reviews.approve_batch";

/** Clean routine reports that wait, on one screen; those of them that stand there, by their ids. */
export const OPEN_ROUTINE = "reviews.open_routine";
export const APPROVE_ROUTINE = "reviews.approve_routine";
export const ROUTINE_MODAL = "reviews.routine";

export const REPORT_MODAL = "reviews.report";
export const RETURN_FORM = "reviews.return_form";
export const RE_INSPECT_FORM = "reviews.re_inspect_form";

export const APPROVED_KIND = "review.approved";
export const BATCH_APPROVED_KIND = "review.batch_approved";
export const ROUTINE_APPROVED_KIND = "review.routine_approved";
export const RETURNED_KIND = "review.returned";
export const RE_INSPECT_KIND = "review.reinspect";

export const MOST_REMARKS = 5;
export const LONGEST_NOTE = 3000;
export const LONGEST_REMARK = 500;
