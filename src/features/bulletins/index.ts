/** What happens in an industry, told to everybody who keeps its customers: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerBulletinListeners } from "./listeners.ts";
import { addBulletinRenderers } from "./messages.ts";

export { standingBulletins } from "./list.ts";
export { bulletinListView } from "./list-view.ts";
export { bulletinNotes } from "./pieces.ts";
export { type Bulletin, bulletinsFor } from "./standing.ts";

export function registerBulletins(door: Door, renderers: Renderers): void {
  registerBulletinListeners(door);
  addBulletinRenderers(renderers);
}
