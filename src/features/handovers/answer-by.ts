/** Until when an answer is waited for: so many working days of the taker's own unit, counted in its working hours. */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { addWorkingMinutes } from "../../domain/calendar/working-minutes.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import type { Context } from "../../platform/context.ts";

export async function answerBy(tx: Context, takerId: string): Promise<Date> {
  const { unit } = await tx.db.person.findUniqueOrThrow({ where: { id: takerId }, select: { unit: true } });
  const calendar = tx.parts.calendars.get(unit.calendarId);
  if (calendar === undefined) {
    throw new Error(`unit ${unit.code} names the calendar ${unit.calendarId}, which is not loaded`);
  }
  const { clocks, reminders } = tx.policy.policy;
  const hours = { start: minuteOfDay(clocks.working_hours.from), end: minuteOfDay(clocks.working_hours.to) };
  const minutes = reminders.handover.answer_working_days * (hours.end - hours.start);
  const end = addWorkingMinutes(calendar, localMinuteOf(tx.now, unit.timeZone), minutes, hours);
  return momentOf(end, unit.timeZone, tx.now).toJSDate();
}
