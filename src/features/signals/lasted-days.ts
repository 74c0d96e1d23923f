/** When a signal was raised and ended where it is kept, and how long that took: stored with it, for totals know no calendars (R54). */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { calendarOf } from "../planning/index.ts";

/** `detectDays`: working days of the unit after `factOn` up to and with today; nothing where the day of the fact is not known. */
export async function raisedToday(tx: Context, unitId: string, factOn: IsoDate | undefined) {
  const { calendar, today } = await placeOf(tx, unitId);
  const detectDays = factOn === undefined ? null : workingDaysBetween(calendar, factOn, today);
  return { raisedOn: today, factOn: factOn ?? null, detectDays };
}

/** `endDays`: working days of the unit after the day it was raised up to and with today. */
export async function endedToday(tx: Context, { id, unitId }: { readonly id: string; readonly unitId: string }) {
  const { calendar, today } = await placeOf(tx, unitId);
  const { raisedOn } = await tx.db.signal.findUniqueOrThrow({ where: { id }, select: { raisedOn: true } });
  return { endedOn: today, endDays: raisedOn === null ? null : workingDaysBetween(calendar, isoDate(raisedOn), today) };
}

async function placeOf(tx: Context, unitId: string) {
  const { timeZone, calendarId } = await tx.db.orgUnit.findUniqueOrThrow({
    where: { id: unitId },
    select: { timeZone: true, calendarId: true },
  });
  return { calendar: calendarOf(tx, calendarId), today: localDate(tx.now, timeZone) };
}
