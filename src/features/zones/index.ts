/** The three management zones (R102): what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerZoneListeners } from "./listeners.ts";
import { addZoneRenderers } from "./messages.ts";

export { waitingZones, zonePieces, zonesToDecide } from "./pieces.ts";
export { zoneText } from "./zone-text.ts";

export function registerZones(door: Door, renderers: Renderers): void {
  registerZoneListeners(door);
  addZoneRenderers(renderers);
}
