/** A customer's card, and finding customers: what other features and the root may use. */
import type { Door } from "../../platform/slack/door.ts";
import { registerStrategies } from "../strategies/index.ts";
import { registerCards } from "./card-modal.ts";

export { customerModal } from "./card-modal.ts";
export { type CustomersFound, findCustomers } from "./find.ts";
export { foundLines, foundTitle } from "./find-view.ts";

export function registerAccounts(door: Door): void {
  registerCards(door);
  registerStrategies(door);
}
