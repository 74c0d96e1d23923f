export { changeLines } from "./change-lines.ts";
export { OPEN_POLICY } from "./ids.ts";
export { registerPolicies } from "./listeners.ts";
export { policyModal } from "./policy-modal.ts";
export { type Proposed, proposePolicy } from "./propose.ts";
export { policyToDecide } from "./waiting.ts";
