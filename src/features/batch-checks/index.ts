/** Off-site checks of current retail loans, done as one: what the root and the review may use. */
export { knownLines } from "./customer-lines.ts";
export { registerBatchChecks } from "./listeners.ts";
