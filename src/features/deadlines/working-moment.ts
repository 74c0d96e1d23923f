/** When somebody may be disturbed: in the working hours of their own zone and calendar. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { addWorkingMinutes, type Hours } from "../../domain/calendar/working-minutes.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import { latestAfterQuiet } from "../../domain/reminders/index.ts";
import { momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { calendarOf } from "../ladder/index.ts";

/** Now, where the person is at work; else the beginning of their next working hours. */
export async function nextWorkingMoment(ctx: Context, personId: string): Promise<Date> {
  const day = await workingDayOf(ctx, personId);
  if (day === undefined) {
    return ctx.now.toJSDate();
  }
  const local = localMinuteOf(ctx.now, day.timeZone);
  const next = addWorkingMinutes(day.calendar, local, 0, day.hours);
  const isNow = next.date === local.date && next.minute === local.minute;
  return isNow ? ctx.now.toJSDate() : momentOf(next, day.timeZone, ctx.now).toJSDate();
}

/**
 * Until when a message that was due at `dueAt` waits for the end of the person's Do Not Disturb. Nobody's hours are known: it
 * does not wait.
 */
export async function latestForQuiet(ctx: Context, personId: string, dueAt: Date): Promise<Date> {
  const day = await workingDayOf(ctx, personId);
  if (day === undefined) {
    return dueAt;
  }
  const due = momentFromDate(dueAt);
  const longest = ctx.policy.policy.reminders.longest_quiet.working_hours * 60;
  const latest = latestAfterQuiet(day.calendar, localMinuteOf(due, day.timeZone), day.hours, longest);
  return momentOf(latest, day.timeZone, due).toJSDate();
}

interface WorkingDay {
  readonly timeZone: string;
  readonly calendar: BusinessCalendar;
  readonly hours: Hours;
}

async function workingDayOf(ctx: Context, personId: string): Promise<WorkingDay | undefined> {
  const person = await ctx.db.person.findUnique({
    where: { id: personId },
    include: { unit: true, accounts: { where: { endedAt: null }, orderBy: { matchedAt: "desc" }, take: 1 } },
  });
  if (person === null) {
    return undefined;
  }
  const { from, to } = ctx.policy.policy.clocks.working_hours;
  return {
    timeZone: person.accounts[0]?.timeZone ?? person.unit.timeZone,
    calendar: calendarOf(ctx, person.unit.calendarId),
    hours: { start: minuteOfDay(from), end: minuteOfDay(to) },
  };
}
