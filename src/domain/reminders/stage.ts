/**
 * The stages at which an open inspection is told: before its due date, then rung by rung up the line, then weekly
 * (handbook 2.3, reminders; R54, R77, R127). A stage is told to a person once for each due date.
 */
import { addWorkingDays, type BusinessCalendar, workingDaysBetween } from "../calendar/business-calendar.ts";
import { addDays, daysBetween, weekdayOf } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

/** `before_7`: calendar days before the due date; `after_3`: working days after it; `weekly_2`: the second week's digest. */
export type ReminderStage = `before_${number}` | `after_${number}` | `weekly_${number}`;

/** How late an item is. */
export interface Lateness {
  /** Working days after the due date, on the calendar of the item's unit. */
  readonly workingDays: number;
  /** How many weekly digests have come since the last rung was reached. */
  readonly weeks: number;
}

const DAYS_A_WEEK = 7;
/** Old items are told together, at the beginning of the week; the first time not right after the last rung. */
const DAYS_UNTIL_FIRST_WEEKLY = 4;
const SHAPE = /^(before|after|weekly)_(\d+)$/u;

/** The nearest of the days before the due date that is reached when `daysLeft` (0 or more) calendar days are left. */
export function stageBefore(beforeDueDays: readonly number[], daysLeft: number): ReminderStage | undefined {
  const reached = beforeDueDays.filter((days) => daysLeft <= days);
  return reached.length === 0 ? undefined : `before_${Math.min(...reached)}`;
}

/** `lastRungDays`: working days after the due date of the ladder's last rung. */
export function latenessOf(calendar: BusinessCalendar, dueOn: IsoDate, today: IsoDate, lastRungDays: number): Lateness {
  const workingDays = workingDaysBetween(calendar, dueOn, today);
  if (workingDays < lastRungDays) {
    return { workingDays, weeks: 0 };
  }
  const last = addWorkingDays(calendar, dueOn, lastRungDays).date;
  const first = mondayFrom(addDays(last, DAYS_UNTIL_FIRST_WEEKLY));
  return { workingDays, weeks: Math.max(0, Math.floor(daysBetween(first, today) / DAYS_A_WEEK) + 1) };
}

/** As `latenessOf`, of many items: each pair of dates of a calendar is counted once. */
export function latenessOfMany(lastRungDays: number): (...of: LatenessAsked) => Lateness {
  const counted = new Map<string, Lateness>();
  return (calendar, dueOn, today) => {
    const key = `${calendar.id} ${dueOn} ${today}`;
    const lateness = counted.get(key) ?? latenessOf(calendar, dueOn, today, lastRungDays);
    counted.set(key, lateness);
    return lateness;
  };
}

type LatenessAsked = [calendar: BusinessCalendar, dueOn: IsoDate, today: IsoDate];

/** The day itself where it is a Monday, else the next one. */
function mondayFrom(date: IsoDate): IsoDate {
  return addDays(date, (DAYS_A_WEEK + 1 - weekdayOf(date)) % DAYS_A_WEEK);
}

/** Later stages have higher ranks: of two, the one that says more. */
export function stageRank(stage: ReminderStage): number {
  const [, when, digits] = SHAPE.exec(stage) ?? [];
  const count = Number(digits);
  if (when === "before") {
    return -1 - count;
  }
  return when === "after" ? count : 1_000_000 + count;
}

export function isReminderStage(text: string): text is ReminderStage {
  return SHAPE.test(text);
}
