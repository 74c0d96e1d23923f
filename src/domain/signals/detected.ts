/** Since when a signal could have been raised: the day from which the facts behind it say what they say (R54). Pure. */
import { addDays, compareDates, earliestOf, latestOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";
import { type Judged, passes } from "./judge-trigger.ts";

/** Figures that are reckoned anew every day: what is told of them today was there before. By how much each moves in a day. */
const DAILY: Readonly<Record<string, 1 | -1>> = {
  days_past_due: 1,
  covenant_uncured_days: 1,
  rating_days_left: -1,
  insurance_days_left: -1,
};
/** Reckoned in working days: from which day they were so many is not asked here. */
const NOT_DATED: readonly string[] = ["inspection_late_working_days"];
/** So far back at most, in days. */
const LONGEST = 400;

interface Began {
  /** When its subject began: a loan was paid out, a customer was taken on. */
  readonly since: IsoDate;
  /** What was so before the book was taken on could not be seen by us. */
  readonly takenOn: IsoDate;
}

/**
 * The first day on which one of the fired triggers would have fired: the as-of date of the last fact it needed, not the day on which
 * that fact was recorded, so that a feed's delay counts too. A figure that moves with the days is followed back to the day on which it
 * passed its limit; an absence is there once it has lasted; `after_days` are over. Never before the take-on. Nothing where no date is
 * known.
 */
export function detectableOn(fired: readonly Judged[], began: Began): IsoDate | undefined {
  const days = fired.flatMap((one) => dayOf(one, began) ?? []);
  const [first, ...others] = days;
  return first === undefined ? undefined : latestOf(began.takenOn, earliestOf(first, ...others));
}

function dayOf(judged: Judged, { since }: Began): IsoDate | undefined {
  const { trigger, used } = judged;
  const [newest] = used.toSorted((a, b) => compareDates(b.asOf, a.asOf));
  if (trigger.absent_days !== undefined) return addDays(newest?.asOf ?? since, trigger.absent_days);
  if (newest === undefined || NOT_DATED.includes(newest.key)) return undefined;
  const told = firstDay(judged, newest.asOf);
  return trigger.after_days === undefined ? told : latestOf(told, addDays(since, trigger.after_days));
}

function firstDay({ trigger, value }: Judged, asOf: IsoDate): IsoDate {
  const step = DAILY[trigger.metric];
  const today = Number(value);
  if (step === undefined || !Number.isInteger(today)) return asOf;
  let back = 0;
  while (back < LONGEST && passes(trigger, String(today - step * (back + 1)))) back += 1;
  return addDays(asOf, -back);
}
