/** Shows a score; its value is a place. */
export const OPEN_SCORE = "appraisal.open";
/** Shows the lines of one metric; its value is the place and the metric. */
export const OPEN_LINES = "appraisal.lines";
/** What the audit calls a sheet that was written down. */
export const SCORE_SUBJECT = "score";
/** And a month in which nothing is corrected any more, `YYYY-MM`. */
export const SCORE_MONTH = "score_month";
