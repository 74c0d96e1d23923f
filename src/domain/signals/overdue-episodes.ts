/** Each overdue of a loan that came to its end, from all that was told of it: the order in which it was told does not matter. */
import { addDays, compareDates, daysBetween } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

/** Since when a loan was past due, as told for one day. */
export interface ToldOverdue {
  readonly asOf: IsoDate;
  readonly since: IsoDate | null;
  /** ISO moment: of two for one day, the later counts. */
  readonly recordedAt: string;
}

export interface Episode {
  readonly days: number;
  readonly endedOn: IsoDate;
  /** When its end was told. */
  readonly recordedAt: string;
}

export function overdueEpisodes(told: readonly ToldOverdue[]): Episode[] {
  const inOrder = told.toSorted((a, b) => compareDates(a.asOf, b.asOf) || (a.recordedAt < b.recordedAt ? -1 : 1));
  const daily = inOrder.filter((one, at) => inOrder[at + 1]?.asOf !== one.asOf);
  return daily.flatMap(({ asOf, since, recordedAt }, at): Episode[] => {
    const begun = daily[at - 1]?.since ?? null;
    return begun === null || since !== null ? [] : [{ days: daysBetween(begun, asOf), endedOn: asOf, recordedAt }];
  });
}

/** Days past due as a feed tells them. */
export function overdueSince(asOf: IsoDate, days: number): IsoDate | null {
  return days > 0 ? addDays(asOf, -days) : null;
}
