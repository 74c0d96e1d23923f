/** Whether an absence may be entered beside those that are known. Pure. */
import { addDays, compareDates, isIsoDate } from "./dates.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { IsoDate } from "./vocabulary.ts";

/** A year: more is a slip of the pen, or a matter for the people file. */
const MOST_DAYS = 366;

export interface AbsenceDays {
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
}

/** The days as typed, both included; or what is wrong with which of them. `today` is the absent person's. */
export function readDays(from: string, to: string, today: IsoDate): AbsenceDays | Refusal {
  if (!isIsoDate(from)) return refuse("absence.not_a_date", { typed: from, example: today }, "from");
  if (!isIsoDate(to)) return refuse("absence.not_a_date", { typed: to, example: today }, "to");
  if (compareDates(from, today) < 0) return refuse("absence.in_the_past", { today }, "from");
  if (compareDates(to, from) < 0) return refuse("absence.ends_before", { from }, "to");
  if (compareDates(to, addDays(from, MOST_DAYS)) > 0) return refuse("absence.too_long", { days: MOST_DAYS }, "to");
  return { fromOn: from, toOn: to };
}

export interface KnownAbsence {
  readonly personId: string;
  readonly personName: string;
  readonly standInId: string;
  readonly standInName: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/**
 * What stands in the way of an absence among those known for its days: the person is away already, the stand-in is away
 * too, or the person does another's work then, so that it would fall to nobody or go round in a circle.
 */
export function absenceInTheWay(
  wanted: AbsenceDays & { readonly personId: string; readonly standInId: string; readonly standInName: string },
  known: readonly KnownAbsence[],
): Refusal | undefined {
  const { personId, standInId, standInName } = wanted;
  if (personId === standInId) {
    return refuse("absence.own_stand_in", {}, "stand_in");
  }
  const near = known.filter(({ fromOn, toOn }) => fromOn <= wanted.toOn && wanted.fromOn <= toOn);
  const own = near.find((one) => one.personId === personId);
  if (own !== undefined) {
    return refuse("absence.overlaps", { from: own.fromOn, to: own.toOn, name: own.standInName }, "from");
  }
  const theirs = near.find((one) => one.personId === standInId);
  if (theirs !== undefined) {
    const code = theirs.standInId === personId ? "absence.circle" : "absence.stand_in_away";
    return refuse(code, { name: standInName, from: theirs.fromOn, to: theirs.toOn }, "stand_in");
  }
  const work = near.find((one) => one.standInId === personId);
  return work === undefined
    ? undefined
    : refuse("absence.stands_in_for", { name: work.personName, from: work.fromOn, to: work.toOn }, "from");
}
