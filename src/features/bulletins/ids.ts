/** Ids that travel through Slack and the outbox. */
export const WRITE_BULLETIN = "bulletins.write";
export const BULLETIN_FORM = "bulletins.form";
/** Takes one back; the value is its id. */
export const WITHDRAW_BULLETIN = "bulletins.withdraw";
export const BULLETIN_TOLD = "bulletins.told";
export const BULLETIN_SUBJECT = "industry_bulletin";
