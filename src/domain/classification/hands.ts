/** Whose turn a tier is on its way: initial rating, recognition, approval, by as many persons (article 30). Pure. */
import { dateOf, daysInMonth, monthOf, yearOf } from "../dates.ts";
import type { IsoDate, TierProposalState } from "../vocabulary.ts";

/** Each is a person's act. */
export const HANDS = ["propose", "recognise", "approve"] as const;
export type Hand = (typeof HANDS)[number];

/** The act that it waits for; nothing where it was decided. Two hands leave out the recognition. */
export function nextHand(state: TierProposalState, hands: number): Hand | undefined {
  if (state === "suggested") return "propose";
  if (state === "proposed") return hands === 2 ? "approve" : "recognise";
  return state === "recognised" ? "approve" : undefined;
}

/** The last day of a day's quarter. */
export function quarterEnd(date: IsoDate): IsoDate {
  const year = yearOf(date);
  const month = Math.ceil(monthOf(date) / 3) * 3;
  return dateOf({ year, month, day: daysInMonth(year, month) });
}

/** The quarter of a day, as lists are named: 2026-Q1. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
