export { attachFiles, filesOfDraft, removeFile } from "./attach.ts";
export { type Keeper, keepPending } from "./keep-pending.ts";
