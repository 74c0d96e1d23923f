/** Do Not Disturb times a message and never drops it: until when a message may wait for somebody's quiet to end. */
import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import { addWorkingMinutes, type Hours, type LocalMinute } from "../calendar/working-minutes.ts";

/**
 * The latest local minute at which a message that was due at `due` is sent although its reader wants quiet: `longest` working
 * minutes into the first working time at or after `due`, never past the end of that day's working hours. Source: the policy's
 * `reminders.longest_quiet`. Throws RangeError for empty hours.
 */
export function latestAfterQuiet(
  calendar: BusinessCalendar,
  due: LocalMinute,
  hours: Hours,
  longest: number,
): LocalMinute {
  const { date, minute } = addWorkingMinutes(calendar, due, 0, hours);
  return { date, minute: Math.min(minute + longest, hours.end) };
}
