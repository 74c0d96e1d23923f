/** What a person has to do, and how they are told. What other features and the root may use. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { renderGained } from "./gained.ts";
import { GAINED, MORNING } from "./ids.ts";
import { registerList } from "./list-modal.ts";
import { renderMorning } from "./morning-message.ts";

export { type Desk, type DeskOptions, deskOf, type StagedItem } from "./desk.ts";
export { deskPage } from "./desk-page.ts";
export { deskView, nothingDue } from "./desk-view.ts";
export { promiseGained } from "./gained.ts";
export {
  APPROVE_ZONE,
  DECLINE_ZONE,
  OPEN_OVERRIDE,
  OVERRIDE_SUBJECT,
  PUT_OFF,
  SHOW_ALL,
  ZONE_SUBJECT,
} from "./ids.ts";
export { openLine, reminderWords, type Wording, wordingOf } from "./item-lines.ts";
export { type Keeper, localMoment } from "./keepers.ts";
export { type OpenItem, reachOf } from "./own-work.ts";
export type { LeftOut } from "./readers.ts";
export { messageLinesOf, soonDaysOf } from "./rules.ts";
export { countStages, type DeskStage, FROM_OTHERS, type StageCounts, TOLD_STAGES, type ToldStage } from "./stages.ts";
export { morningsToCome, type SweepCounts, type SweptMorning, sweepMornings } from "./sweep.ts";
export { inRecord, keepersAndStandIns, type SweptBook } from "./swept-book.ts";
export { inMemory } from "./telling.ts";

export function registerMorning(door: Door, renderers: Renderers): void {
  renderers.add(MORNING, renderMorning, REMINDER);
  renderers.add(GAINED, renderGained, REMINDER);
  registerList(door);
}
