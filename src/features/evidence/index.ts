export {
  attachAttemptFile,
  attachConfirmationFile,
  attachFiles,
  CONFIRMATION_FILE,
  countGiven,
  filesOfDraft,
  type GivenFiles,
  giveFiles,
  removeFile,
} from "./attach.ts";
export { fetchFile } from "./fetch-file.ts";
export { type FormPage, fileBlocks, formPage } from "./file-blocks.ts";
export { fileStateText } from "./file-state.ts";
export { type Keeper, keepPending } from "./keep-pending.ts";
export {
  type FormFiles,
  filesOfForm,
  giveToForm,
  isWaitingKey,
  takeForForm,
  takeKept,
  waitingSince,
} from "./kept-files.ts";
export { readCopy, type StoredFile, shareCopy } from "./share-copy.ts";
