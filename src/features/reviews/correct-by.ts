import { addWorkingDays } from "../../domain/calendar/business-calendar.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { ReportCase } from "./case.ts";

/** The day a returned report is due back: working days of the unit's own calendar after it was returned. */
export function correctBy(ctx: Context, { inspection }: Pick<ReportCase, "inspection">, returnedAt: Date): IsoDate {
  const { unit } = inspection.borrower;
  const calendar = ctx.parts.calendars.get(unit.calendarId);
  if (calendar === undefined) {
    throw new Error(`unit ${unit.code} names the calendar ${unit.calendarId}, which is not loaded`);
  }
  const days = ctx.policy.policy.review.returned_due_working_days;
  return addWorkingDays(calendar, localDate(momentFromDate(returnedAt), unit.timeZone), days).date;
}
