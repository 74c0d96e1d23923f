/** Limits and quotas set from above: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import { addLimitRenderers } from "./messages.ts";

export { limitsOfUnits } from "./list.ts";
export { limitListView } from "./list-view.ts";
export { limitsPassedBy } from "./of-borrower.ts";
export { limitNotes } from "./pieces.ts";
export { measureLimits } from "./sweep.ts";

export function registerLimits(renderers: Renderers): void {
  addLimitRenderers(renderers);
}
