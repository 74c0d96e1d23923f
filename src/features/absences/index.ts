/** Who is away, and who does their work: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerAbsenceListeners } from "./listeners.ts";
import { addAbsenceRenderers } from "./messages.ts";

export { endAbsence, mayEnd } from "./end.ts";
export { type AbsenceWish, enterAbsence } from "./enter.ts";
export { listAbsences } from "./list.ts";
export { absenceButton, showAbsenceForm } from "./listeners.ts";
export type { AbsenceRow } from "./store.ts";
export { sweepAbsences } from "./sweep.ts";
export { absenceText, enteredPieces, listView } from "./views.ts";

export function registerAbsences(door: Door, renderers: Renderers): void {
  registerAbsenceListeners(door);
  addAbsenceRenderers(renderers);
}
