/** How a month's work is appraised: scores from recorded facts alone (R84-R90, R128, R129). */
import type { Door } from "../../platform/slack/door.ts";
import type { DocumentDesk } from "../documents/index.ts";
import { registerScoreFiles } from "./as-file.ts";
import { registerScoreListeners } from "./listeners.ts";

export { scoreFileWanted } from "./as-file.ts";
export { type Closed, closeMonths } from "./close.ts";
export { ownScoreButton } from "./own-button.ts";
export { scoreOf } from "./score.ts";

export function registerAppraisal(door: Door, documents: DocumentDesk): void {
  registerScoreFiles(documents);
  registerScoreListeners(door);
}
