/** What is done about a risk, until a second person closes it: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { Keeper } from "../evidence/index.ts";
import { registerMeasureListeners } from "./listeners.ts";
import { addMeasureRenderers } from "./messages.ts";
import { addOfferRenderers } from "./offer-messages.ts";

export { askForPlan } from "./ask-for-plan.ts";
export { caseNumber, goalOf, stateText } from "./case-words.ts";
export { MEASURE_SUBJECT, OPEN_MEASURE, REPORT_RESULT } from "./ids.ts";
export { measurePieces } from "./lines.ts";
export { type ListedMeasure, measuresOfBorrower, measuresOfInspection } from "./of-borrower.ts";
export { openMeasures } from "./open-measures.ts";
export { passMeasuresOn } from "./pass-on.ts";
export { measuresToClose } from "./waiting.ts";

export function registerMeasures(door: Door, renderers: Renderers, keeper: Keeper): void {
  registerMeasureListeners(door, keeper);
  addMeasureRenderers(renderers);
  addOfferRenderers(renderers);
}
