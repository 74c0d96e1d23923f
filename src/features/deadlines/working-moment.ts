/** When somebody may be disturbed: in the working hours of their own zone and calendar. */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { addWorkingMinutes } from "../../domain/calendar/working-minutes.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import type { Context } from "../../platform/context.ts";
import { calendarOf } from "../ladder/index.ts";

/** Now, where the person is at work; else the beginning of their next working hours. */
export async function nextWorkingMoment(ctx: Context, personId: string): Promise<Date> {
  const person = await ctx.db.person.findUnique({
    where: { id: personId },
    include: { unit: true, accounts: { where: { endedAt: null }, orderBy: { matchedAt: "desc" }, take: 1 } },
  });
  if (person === null) {
    return ctx.now.toJSDate();
  }
  const timeZone = person.accounts[0]?.timeZone ?? person.unit.timeZone;
  const { from, to } = ctx.policy.policy.clocks.working_hours;
  const local = localMinuteOf(ctx.now, timeZone);
  const hours = { start: minuteOfDay(from), end: minuteOfDay(to) };
  const next = addWorkingMinutes(calendarOf(ctx, person.unit.calendarId), local, 0, hours);
  const isNow = next.date === local.date && next.minute === local.minute;
  return isNow ? ctx.now.toJSDate() : momentOf(next, timeZone, ctx.now).toJSDate();
}
