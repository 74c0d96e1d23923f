/** The five tiers: floors computed, tiers decided by three persons. What other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerClassificationListeners } from "./listeners.ts";
import { addClassificationRenderers } from "./messages.ts";

export { announceQuarter } from "./announce-quarter.ts";
export { classifyLines } from "./classify-lines.ts";
export { tierDesk, tiersToDecide } from "./desk.ts";
export { followFile } from "./follow-file.ts";
export { tierOfLoan } from "./loan-view.ts";
export { suggestTiers } from "./suggest.ts";

export function registerClassification(door: Door, renderers: Renderers): void {
  registerClassificationListeners(door);
  addClassificationRenderers(renderers);
}
