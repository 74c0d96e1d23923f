import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { Keeper } from "../evidence/index.ts";
import { registerConfirmationListeners } from "./listeners.ts";
import { addConfirmationRenderers } from "./messages.ts";

/** The borrower confirms their part of a check, or says that they do not. */
export function registerConfirmation(door: Door, renderers: Renderers, keeper: Keeper): void {
  registerConfirmationListeners(door, keeper);
  addConfirmationRenderers(renderers);
}

export { makeSheet } from "./make-sheet.ts";
export { drawSheet } from "./sheet-pdf.ts";
export { type ConfirmationState, confirmationState } from "./state.ts";
export { takeAnswer } from "./take-answer.ts";
export { disputePieces, reportPieces, signalButton } from "./views.ts";
