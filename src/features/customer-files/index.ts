/** One file per customer (R135): what other features and the root may use. */
export { filesOf, type KeptFile } from "./facts.ts";
export { type FileState, fileOfCustomer, filePieces, fileSummary } from "./file-pieces.ts";
export { keepCopies } from "./keep-copies.ts";
export { registerCustomerFiles } from "./listeners.ts";
