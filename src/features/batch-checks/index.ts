/** Off-site checks of current retail loans, done as one: what the root may use. */
export { registerBatchChecks } from "./listeners.ts";
