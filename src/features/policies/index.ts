export { registerPolicies } from "./listeners.ts";
export { policyModal } from "./policy-modal.ts";
export { type Proposed, proposePolicy } from "./propose.ts";
