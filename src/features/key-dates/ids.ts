/** The subject under which messages that mention a key date are reached. */
export const KEY_DATE_SUBJECT = "key_date";
