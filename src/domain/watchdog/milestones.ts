/**
 * By when an open inspection must have been told, as dates: before its due date, at each rung after it, then weekly (handbook 2.3,
 * reminders; R54, R77, R127). Written a second time on purpose, from the policy's words: the watchdog would learn nothing from the
 * sweep's own arithmetic.
 */
import { addWorkingDays, type BusinessCalendar } from "../calendar/business-calendar.ts";
import { addDays, compareDates, daysBetween, weekdayOf } from "../dates.ts";
import type { IsoDate, Role } from "../vocabulary.ts";

export interface TellingRules {
  /** Calendar days before the due date. */
  readonly beforeDueDays: readonly number[];
  /** Working days after the due date, and who hears then. */
  readonly rungs: readonly { readonly workingDays: number; readonly to: Role }[];
  /** Whether an item is told again every week after the last rung. */
  readonly weekly: boolean;
}

/** What a message about an item must say at least, and which is later. */
export interface Milestone {
  /** `before_2`, `after_3`, `weekly_1`, as the outbox remembers it. */
  readonly name: string;
  readonly rank: number;
}

type When = "before" | "after" | "weekly";

const MONDAY = 1;
const WEEK = 7;
/** The first weekly list never comes right after the last rung. */
const CALM_DAYS = 4;
const REMEMBERED = /:(?<when>before|after|weekly)_(?<count>\d+)@(?<dueOn>\d{4}-\d{2}-\d{2})/u;
const RANK: Readonly<Record<When, (count: number) => number>> = {
  before: (days) => -1 - days,
  after: (days) => days,
  weekly: (week) => 1_000_000 + week,
};

function milestone(when: When, count: number): Milestone {
  return { name: `${when}_${count}`, rank: RANK[when](count) };
}

/** The last reminder that has come by `today`, which is not after `dueOn`. Nothing where the first is still to come. */
export function reminderBy(
  { beforeDueDays }: Pick<TellingRules, "beforeDueDays">,
  dueOn: IsoDate,
  today: IsoDate,
): Milestone | undefined {
  const come = beforeDueDays.filter((days) => compareDates(addDays(dueOn, -days), today) <= 0);
  return come.length === 0 ? undefined : milestone("before", Math.min(...come));
}

/** The rungs whose day has come, each with what its holder must have heard by now. */
export function rungsBy(
  rules: TellingRules,
  calendar: BusinessCalendar,
  dueOn: IsoDate,
  today: IsoDate,
): readonly { readonly to: Role; readonly workingDays: number; readonly heard: Milestone }[] {
  if (compareDates(today, dueOn) <= 0) {
    return [];
  }
  const week = rules.weekly ? weekBy(rules, calendar, dueOn, today) : 0;
  return rules.rungs
    .filter(({ workingDays }) => compareDates(dayOfRung(calendar, dueOn, workingDays), today) <= 0)
    .map(({ to, workingDays }) => ({
      to,
      workingDays,
      heard: week > 0 ? milestone("weekly", week) : milestone("after", workingDays),
    }));
}

function dayOfRung(calendar: BusinessCalendar, dueOn: IsoDate, workingDays: number): IsoDate {
  return workingDays === 0 ? dueOn : addWorkingDays(calendar, dueOn, workingDays).date;
}

/** How many weekly lists have come: on Mondays, the first one some days after the last rung. */
function weekBy(rules: TellingRules, calendar: BusinessCalendar, dueOn: IsoDate, today: IsoDate): number {
  const last = dayOfRung(calendar, dueOn, Math.max(0, ...rules.rungs.map(({ workingDays }) => workingDays)));
  let first = addDays(last, CALM_DAYS);
  while (weekdayOf(first) !== MONDAY) {
    first = addDays(first, 1);
  }
  return compareDates(today, first) < 0 ? 0 : 1 + Math.floor(daysBetween(first, today) / WEEK);
}

export interface Heard {
  readonly milestone: Milestone;
  readonly dueOn: string;
}

/** What the outbox remembers of an item that a message covers. Nothing where no milestone was told. */
export function heardFrom(remembered: string): Heard | undefined {
  const { when, count, dueOn } = REMEMBERED.exec(remembered)?.groups ?? {};
  return isWhen(when) && dueOn !== undefined ? { milestone: milestone(when, Number(count)), dueOn } : undefined;
}

function isWhen(text: string | undefined): text is When {
  return text !== undefined && text in RANK;
}
