/** The post-loan register: every event of the desk, as a file for whoever may read it. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { DocumentDesk } from "../documents/index.ts";
import type { LedgerDesk } from "./desk.ts";
import { LEDGER_TOLD } from "./ids.ts";
import { registerLedgerListeners } from "./listeners.ts";
import { drawExport } from "./message.ts";
import { registerLedgerPages } from "./send.ts";

export type { LedgerDesk } from "./desk.ts";
export { ledgerButton } from "./listeners.ts";
export { makeNextLedger, removeOldLedgers } from "./make.ts";
export { sendLedgers } from "./send.ts";
export { chooseLedger, typedLedger } from "./typed.ts";

export function registerLedger(door: Door, renderers: Renderers, documents: DocumentDesk, desk: LedgerDesk): void {
  registerLedgerListeners(door, documents);
  registerLedgerPages(documents, desk);
  renderers.add(LEDGER_TOLD, drawExport, REMINDER);
}
