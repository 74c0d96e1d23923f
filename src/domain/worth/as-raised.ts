/** How a customer stood when a signal was raised, as was known then: what makes a case early or late (R55). */
import { daysBetween } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

/** One change of a fact, as it was told; `before` is what was known until `recordedAt` (ISO moment). */
export interface ToldChange {
  readonly before: string | null;
  readonly recordedAt: string;
}

/** What was known at a moment (ISO): what the first change after it replaced, or what is known now where none came. */
export function knownThen(now: string | null, changes: readonly ToldChange[], at: string): string | null {
  const later = changes.filter(({ recordedAt }) => recordedAt > at);
  const first = later.toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))[0];
  return first === undefined ? now : first.before;
}

/** Calendar days past due on `on` of the loan that was longest past due; 0 where none was. */
export function worstDaysPastDue(pastDueSince: readonly (IsoDate | null)[], on: IsoDate): number {
  return Math.max(0, ...pastDueSince.map((since) => (since === null ? 0 : daysBetween(since, on))));
}

/** Early: before the customer was past due by so many days (calendar days, a number of the policy). */
export function isFoundEarly(daysPastDue: number, lateFromDays: number): boolean {
  return daysPastDue < lateFromDays;
}
