/** Putting a date off, and asking about one that has passed: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { DocumentDesk } from "../documents/index.ts";
import { registerDeadlineListeners } from "./listeners.ts";
import { addDeadlineRenderers } from "./messages.ts";

export { GRANT, MORE, NUDGE, NUDGE_REVIEW } from "./ids.ts";
export { extensionsToDecide } from "./waiting.ts";
export { latestForQuiet } from "./working-moment.ts";

export function registerDeadlines(door: Door, renderers: Renderers, documents: DocumentDesk): void {
  registerDeadlineListeners(door, documents);
  addDeadlineRenderers(renderers);
}
