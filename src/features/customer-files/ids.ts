/** Slack ids and the audit subject of this feature. */
/** Its value is the customer's id. */
export const FILE_DOCUMENT = "customer_files.file";
export const FILE_FORM = "customer_files.form";
/** Its value is the filed document's id. */
export const TAKE_OUT = "customer_files.take_out";
export const TAKE_OUT_FORM = "customer_files.take_out_form";
/** Its value is the filed document's id: the files that were handed in with it. */
export const OPEN_COPIES = "customer_files.open";
/** Its value is the form's id. */
export const HAND_IN_COPY = "customer_files.hand_in";
/** What a one-time page takes, and what another gives: no kind is both. */
export const DOCUMENT_UPLOAD = "filed_document";
export const COPY_FILE = "filed_copy";
export const MOST_COPIES = 5;
export const DOCUMENT_SUBJECT = "filed_document";
export const LONGEST_PLACE = 200;
export const LONGEST_REASON = 500;
