/** Slack ids of this feature. */

/** Opens the batch of whoever presses it; a page of it, by number. */
export const OPEN_BATCH = "batch.open";
export const BATCH_PAGE = "batch.page";
export const TICK_PAGE = "batch.tick_page";
export const PAGE_FORM = "batch.page_form";
export const CONCLUSION_FORM = "batch.conclusion_form";
/** One customer was looked at. */
export const SEEN = "batch.seen";
export const BATCH_ANSWER = "batch.answer";

export const BATCH_SUBJECT = "batch";

/** Under this key a draft of a batch keeps that a customer was looked at: with what was shown of them. */
const SEEN_KEY = "seen/";

export function seenKey(inspectionId: string): string {
  return `${SEEN_KEY}${inspectionId}`;
}

/** Undefined where the key is an answer's. */
export function inspectionSeen(key: string): string | undefined {
  return key.startsWith(SEEN_KEY) ? key.slice(SEEN_KEY.length) : undefined;
}
