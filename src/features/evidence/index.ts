export {
  attachAttemptFile,
  attachConfirmationFile,
  attachFiles,
  CONFIRMATION_FILE,
  filesOfDraft,
  noteFiles,
  removeFile,
} from "./attach.ts";
export { fileStateText } from "./file-state.ts";
export { type Keeper, keepPending } from "./keep-pending.ts";
export { shareCopy } from "./share-copy.ts";
