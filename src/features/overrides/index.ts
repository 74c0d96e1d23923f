/** A manager lets pass what the gate refuses: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerOverrideListeners } from "./listeners.ts";
import { addOverrideRenderers } from "./messages.ts";

export { type LetPass, letPass, overridesAskedBy } from "./counts.ts";
export { overridesOfUnits } from "./list.ts";
export { overrideListView } from "./list-view.ts";
export { overridesToDecide } from "./waiting.ts";

export function registerOverrides(door: Door, renderers: Renderers): void {
  registerOverrideListeners(door);
  addOverrideRenderers(renderers);
}
