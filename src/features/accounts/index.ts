/** A customer's card, and finding customers: what other features and the root may use. */
import type { Door } from "../../platform/slack/door.ts";
import { registerCustomerFiles } from "../customer-files/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { registerStrategies } from "../strategies/index.ts";
import { registerCards } from "./card-modal.ts";
import { registerSearch } from "./search-modal.ts";

export { customerModal } from "./card-modal.ts";
export { findCustomers } from "./find.ts";
export { foundView } from "./find-view.ts";
export { searchButton } from "./search-modal.ts";

export function registerAccounts(door: Door, keeper: Keeper): void {
  registerCards(door);
  registerStrategies(door);
  registerSearch(door);
  registerCustomerFiles(door, keeper);
}
