/** Who answers for a red on which days: what other features and the root may use. */
import type { Door } from "../../platform/slack/door.ts";
import { registerDutyListeners } from "./listeners.ts";

export { turnsToCome } from "./list.ts";
export { type Roster, rosterAt } from "./roster.ts";
export { turnListView } from "./views.ts";

export function registerDuty(door: Door): void {
  registerDutyListeners(door);
}
