/** The policy's usual measures for a customer (R116): what other features may use. */
export { usualMenu } from "./usual-menu.ts";
export { proposedDay, type UsualSet, usualSet } from "./usual-set.ts";
