/** Which inspections ask something of their keeper, and by when. */
import { isoDate } from "../../domain/dates.ts";
import { INSPECTION_STATES, type InspectionState, type IsoDate } from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";

/** A returned correction stands on the desk too, although its inspection stays approved. */
export const RETURNED = { state: { in: ["returned", "approved"] }, returnedDueOn: { not: null } };
export const OPEN = { state: { in: ["planned", "started"] } };

interface StoredState {
  readonly state: string;
  readonly returnedDueOn: string | null;
}

/** The state as the desk sees it. */
export function deskState({ state, returnedDueOn }: StoredState): InspectionState {
  const told = oneOf(INSPECTION_STATES, state);
  return told === "approved" && returnedDueOn !== null ? "returned" : told;
}

/** What its keeper is held to: of a returned report, the day its correction is due. */
export function heldOn(row: StoredState & { readonly dueOn: string }): IsoDate {
  return isoDate(deskState(row) === "returned" ? (row.returnedDueOn ?? row.dueOn) : row.dueOn);
}

/** Open and due before the date: late by at least a calendar day. */
export function lateBefore(date: IsoDate) {
  return { OR: [openLateBefore(date), returnedLateBefore(date)] };
}

export function openLateBefore(date: IsoDate) {
  return { ...OPEN, dueOn: { lt: date } };
}

export function returnedLateBefore(date: IsoDate) {
  return { ...RETURNED, returnedDueOn: { lt: date } };
}
