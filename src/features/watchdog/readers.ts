/** Whose morning has come: at work today by their own calendar, in their own zone, a while after the morning's hour. */
import { type BusinessCalendar, isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { actingFor, isAtWork } from "../people/index.ts";

export interface Reader {
  readonly personId: string;
  readonly timeZone: string;
  readonly today: IsoDate;
  readonly calendar: BusinessCalendar | undefined;
  readonly isAtWork: boolean;
  /** They should have been told today's by now. */
  readonly wasDue: boolean;
}

/** A sweep that has just begun is given so much time. */
export const GRACE_MINUTES = 10;

export interface Readers {
  readonly byId: ReadonlyMap<string, Reader>;
  /** Who does the person's work today: a stand-in, or themselves. */
  acting(personId: string): string;
}

export async function loadReaders(ctx: Context, personIds: readonly string[]): Promise<Readers> {
  const acting = await actingFor(ctx.db, personIds, ctx.now);
  const ids = [...new Set([...personIds, ...acting.values()])];
  const rows = await inTurns(ids, (some) =>
    ctx.db.person.findMany({
      where: { id: { in: some } },
      select: {
        id: true,
        leftOn: true,
        unit: { select: { timeZone: true, calendarId: true } },
        accounts: {
          where: { endedAt: null },
          orderBy: { matchedAt: "desc" },
          take: 1,
          select: { timeZone: true },
        },
      },
    }),
  );
  const readers = rows.map((row): Reader => {
    const timeZone = row.accounts[0]?.timeZone ?? row.unit.timeZone;
    const today = localDate(ctx.now, timeZone);
    const calendar = ctx.parts.calendars.get(row.unit.calendarId);
    const atWork = isAtWork(row, ctx.now) && (row.leftOn === null || row.leftOn >= today);
    const morning = momentAt(today, ctx.policy.policy.reminders.morning_at, timeZone);
    const hasCome = ctx.now >= morning.plus({ minutes: GRACE_MINUTES });
    return {
      personId: row.id,
      timeZone,
      today,
      calendar,
      isAtWork: atWork,
      wasDue: atWork && hasCome && calendar !== undefined && isWorkingDay(calendar, today),
    };
  });
  return {
    byId: new Map(readers.map((reader) => [reader.personId, reader])),
    acting: (personId) => acting.get(personId) ?? personId,
  };
}
