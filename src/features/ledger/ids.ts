/** Ids that travel through Slack and the outbox. */
/** Opens the form. */
export const OPEN_LEDGER = "ledger.open";
export const LEDGER_FORM = "ledger.form";
/** Their value is the export's id. */
export const CANCEL_LEDGER = "ledger.cancel";
export const FETCH_LEDGER = "ledger.fetch";
/** The message that says how far it is. */
export const LEDGER_TOLD = "ledger";
export const LEDGER_SUBJECT = "ledger_export";
/** What its one-time page is for. */
export const LEDGER_FILE = "ledger_file";
