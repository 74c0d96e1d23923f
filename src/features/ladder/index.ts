/** To whom late work climbs, by the policy's rungs. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { renderVacant, VACANT } from "./tell-vacancies.ts";

export { type ClimbedItem, LATE_FIELDS, type LateRow } from "./climb.ts";
export { climbedTo, type LateBook, type LateWhere, ladderHolders, openLateBook } from "./late-book.ts";
export { INSPECTIONS, KEY_DATES, type LateSource, type LateUnit, MEASURES, UNFINISHED } from "./late-sources.ts";
export { openWaitBook, waitsTo } from "./late-waits.ts";
export { deskState, heldOn, OPEN, RETURNED } from "./open-work.ts";
export { ladderOf, reviewClockOf } from "./policy-ladder.ts";
export type { RungHolders } from "./rung-holders.ts";
export { promiseVacancies } from "./tell-vacancies.ts";
export { calendarOf, loadUnitDays, type UnitDays } from "./unit-days.ts";
export { WAITING_OVERRIDES, WAITING_REPORTS, WAITING_RESULTS, WAITING_ZONES } from "./waiting-decisions.ts";

export function registerLadder(renderers: Renderers): void {
  renderers.add(VACANT, renderVacant, REMINDER);
}
