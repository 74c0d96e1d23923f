/** Slack ids of this feature. */
/** Shows the policy in force, and the one that waits. */
export const OPEN_POLICY = "policies.open";
export const ADOPT = "policies.adopt";
export const WITHDRAW_PROPOSAL = "policies.withdraw";
export const SIGN_OFF = "policies.sign_off";
