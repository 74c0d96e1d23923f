/** How far a person may put something off: the policy's caps on quiet, later dates and another try (handbook 2.3). */
import { addWorkingDays, type BusinessCalendar, isWorkingDay } from "../calendar/business-calendar.ts";
import { addDays, compareDates, daysBetween } from "../dates.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { IsoDate } from "../vocabulary.ts";

export interface QuietTime {
  readonly fromOn: IsoDate;
  /** The last quiet day. */
  readonly untilOn: IsoDate;
}

/** `before`: the person's earlier quiet times of the same item; all of them together are at most `maxDays` calendar days. */
export function refuseSnooze(
  today: IsoDate,
  untilOn: IsoDate,
  maxDays: number,
  before: readonly QuietTime[],
): Refusal | undefined {
  const used = before.reduce((sum, time) => sum + daysBetween(time.fromOn, time.untilOn) + 1, 0);
  const left = maxDays - used;
  if (left <= 0) {
    return refuse("snooze.used_up", { most: maxDays }, "date");
  }
  const last = addDays(today, left - 1);
  return isBetween(untilOn, today, last) ? undefined : refuse("snooze.date", { from: today, to: last }, "date");
}

export interface ExtensionCap {
  readonly maxWorkingDays: number;
  readonly times: number;
}

/** The last date to which a due date may be moved. */
export function latestExtension(calendar: BusinessCalendar, dueOn: IsoDate, { maxWorkingDays }: ExtensionCap): IsoDate {
  return addWorkingDays(calendar, dueOn, maxWorkingDays).date;
}

/** `times`: how often this inspection's date was moved already. The new date is a working day after the old, and not past. */
export function refuseExtension(
  calendar: BusinessCalendar,
  { dueOn, today, times }: { readonly dueOn: IsoDate; readonly today: IsoDate; readonly times: number },
  toDueOn: IsoDate,
  cap: ExtensionCap,
): Refusal | undefined {
  if (times >= cap.times) {
    return refuse("extension.used_up", { times: cap.times }, "date");
  }
  const last = latestExtension(calendar, dueOn, cap);
  const first = compareDates(today, dueOn) > 0 ? today : addDays(dueOn, 1);
  if (compareDates(last, first) < 0) {
    return refuse("extension.too_late", { last, days: cap.maxWorkingDays }, "date");
  }
  if (!isBetween(toDueOn, first, last)) {
    return refuse("extension.date", { from: first, to: last }, "date");
  }
  return isWorkingDay(calendar, toDueOn) ? undefined : refuse("extension.rest_day", { date: toDueOn }, "date");
}

/** A visit was tried in the last fortnight, and is tried again within so many working days. */
export function refuseAttempt(
  calendar: BusinessCalendar,
  { attemptedOn, nextOn, today }: { readonly attemptedOn: IsoDate; readonly nextOn: IsoDate; readonly today: IsoDate },
  againWithinWorkingDays: number,
): Refusal | undefined {
  const earliest = addDays(today, -BACK_DAYS);
  if (!isBetween(attemptedOn, earliest, today)) {
    return refuse("attempt.attempted_on", { from: earliest, to: today }, "attempted_on");
  }
  const last = addWorkingDays(calendar, today, againWithinWorkingDays).date;
  const first = addDays(today, 1);
  return isBetween(nextOn, first, last) ? undefined : refuse("attempt.next_on", { from: first, to: last }, "next_on");
}

const BACK_DAYS = 14;

function isBetween(date: IsoDate, from: IsoDate, to: IsoDate): boolean {
  return compareDates(from, date) <= 0 && compareDates(date, to) <= 0;
}
