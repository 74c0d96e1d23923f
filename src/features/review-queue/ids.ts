/** Ids that travel through Slack and the outbox. */

/** Opens one report; the button's value is the report's id. Heard by the reviews feature. */
export const OPEN_REVIEW = "reviews.open";
/** Opens a batch of reports; the button's value is the batch's id. Heard by the reviews feature. */
export const OPEN_BATCH_REVIEW = "reviews.open_batch";
export const SHOW_QUEUE = "reviews.show_queue";
export const QUEUE_PAGE = "reviews.queue_page";
export const QUEUE_MODAL = "reviews.queue";

/** Names another reviewer; the button's value is the report's id. */
export const NAME_REVIEWER = "reviews.name_reviewer";
export const NAME_REVIEWER_FORM = "reviews.name_reviewer_form";

export const NAMED_KIND = "review_named";
export const QUEUE_KIND = "review_queue";
export const NOBODY_KIND = "review_nobody";
export const REPORT_SUBJECT = "report";
export const INSPECTION_SUBJECT = "inspection";

/** One key per person and submission, so that announcing a report twice says nothing twice. */
export const queueKey = (personId: string, number: string): string => `review-queue:${personId}:${number}`;
export const nobodyKey = (personId: string, reportId: string): string => `review-nobody:${personId}:${reportId}`;

/** How people name a report: the inspection's number, and the revision where it is not the first. */
export function reportNumber(inspectionNumber: string, revision: number): string {
  return revision === 1 ? inspectionNumber : `${inspectionNumber}/${revision}`;
}
