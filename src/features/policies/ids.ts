/** Slack ids of this feature. */
export const ADOPT = "policies.adopt";
export const WITHDRAW_PROPOSAL = "policies.withdraw";
export const SIGN_OFF = "policies.sign_off";
