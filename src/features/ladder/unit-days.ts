/** The calendar and the date of units: working days are counted on theirs. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";

export interface UnitDays {
  readonly unitId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly calendar: BusinessCalendar;
  readonly today: IsoDate;
}

export async function loadUnitDays(ctx: Context, unitIds: readonly string[]): Promise<Map<string, UnitDays>> {
  const rows = await inTurns(unitIds, (some) => ctx.db.orgUnit.findMany({ where: { id: { in: some } } }));
  return new Map(
    rows.map(({ id, name, timeZone, calendarId }) => [
      id,
      {
        unitId: id,
        name,
        timeZone,
        calendar: calendarOf(ctx, calendarId),
        today: localDate(ctx.now, timeZone),
      },
    ]),
  );
}

/** Throws where a unit names a calendar that is not loaded: starting checks that every one exists. */
export function calendarOf(ctx: Context, calendarId: string): BusinessCalendar {
  const calendar = ctx.parts.calendars.get(calendarId);
  if (calendar === undefined) {
    throw new Error(`a unit names the calendar ${calendarId}, which is not loaded`);
  }
  return calendar;
}
