/** Early-warning signals, from the first sign to the release: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerCostListeners } from "./cost/listeners.ts";
import { registerHandListeners } from "./hands/listeners.ts";
import { addHandRenderers } from "./hands/messages.ts";
import { registerSignalListeners } from "./listeners.ts";
import { addSignalRenderers } from "./messages.ts";
import { registerRaising } from "./raise-listeners.ts";

export { amountText } from "./cost/cost-pieces.ts";
export { ownSignals, signalsForSecond, unansweredReds } from "./desk.ts";
export { type Looked, lookAtAsked, lookAtBook } from "./engine/look.ts";
export { isLookDue, NIGHT_LOOK } from "./engine/night.ts";
export { explainSignal } from "./explain.ts";
export { explainedView } from "./explained-view.ts";
export { endLateOffers } from "./hands/end-late-offers.ts";
export { OPEN_RELEASES, OPEN_SIGNAL } from "./ids.ts";
export { borrowersWithSignals, signalsOfBorrower } from "./of-borrower.ts";
export { raiseButton, raiseModal } from "./raise-listeners.ts";
export { waitingReleases } from "./releases.ts";
export { releasesView } from "./releases-view.ts";
export { type ListedSignal, signalPieces } from "./signal-lines.ts";
export { type StandingSignal, standingSignal } from "./standing.ts";

export function registerSignals(door: Door, renderers: Renderers): void {
  registerSignalListeners(door);
  registerHandListeners(door);
  registerRaising(door);
  registerCostListeners(door);
  addSignalRenderers(renderers);
  addHandRenderers(renderers);
}
