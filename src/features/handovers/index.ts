/** Work changes hands: what other features and the root may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { registerHandoverListeners } from "./listeners.ts";
import { addHandoverRenderers, readerOf } from "./messages.ts";
import { askedText } from "./views.ts";

export { answerBy } from "./answer-by.ts";
export { type AskedHandover, askHandover } from "./ask.ts";
export { type AwaitingKeeper, accountsAwaitingKeeper } from "./awaiting-keeper.ts";
export { escalateHandovers } from "./escalate.ts";
export { letBooksFall } from "./fall.ts";
export { type GainedInspection, type GivenOn, giveOnWithAccounts } from "./give-on.ts";
export { leadersOf } from "./leaders.ts";
export { offerAcross } from "./offer-across.ts";
export { mayReassign, reassignAccountButton, reassignButton } from "./reassign-button.ts";
export { showReassign } from "./show.ts";
export { handoversToAnswer, handoversToDecide } from "./waiting.ts";

export const askedPieces = (ctx: Parameters<typeof readerOf>[0], asked: Parameters<typeof askedText>[1]) =>
  askedText(readerOf(ctx), asked);

export function registerHandovers(door: Door, renderers: Renderers): void {
  registerHandoverListeners(door);
  addHandoverRenderers(renderers);
}
