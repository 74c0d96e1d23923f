/** The people who have something to do: their own date, their calendar, and whom they stand in for today. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { compareDates, isoDate } from "../../domain/dates.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { calendarOf } from "../ladder/index.ts";
import { type StandIn, standInsFor, workOfOthers } from "../people/index.ts";

export interface Keeper {
  readonly personId: string;
  readonly name: string;
  /** The person's own zone, from Slack; the unit's where they have no account. */
  readonly timeZone: string;
  readonly today: IsoDate;
  readonly calendar: BusinessCalendar;
  /** Whose work falls to them today. */
  readonly standsInFor: readonly { readonly personId: string; readonly name: string }[];
  /** Away today, and somebody who is here does their work. */
  readonly covered: boolean;
  readonly hasLeft: boolean;
}

/** Whose inspections stand on this desk. */
export function assigneesOf(keeper: Keeper): string[] {
  return [keeper.personId, ...keeper.standsInFor.map(({ personId }) => personId)];
}

/** Those of the persons that exist, by id. */
export async function loadKeepers(ctx: Context, personIds: readonly string[]): Promise<Map<string, Keeper>> {
  const rows = await inTurns(personIds, (some) => findPeople(ctx, some));
  const absences = {
    away: new Set((await standInsFor(ctx.db, personIds, ctx.now)).map(({ personId }) => personId)),
    ofOthers: await workOfOthers(ctx.db, personIds, ctx.now),
  };
  return new Map(rows.map((row) => [row.id, toKeeper(ctx, row, absences)]));
}

function findPeople(ctx: Context, personIds: readonly string[]) {
  return ctx.db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: {
      id: true,
      name: true,
      leftOn: true,
      unit: { select: { timeZone: true, calendarId: true } },
      accounts: { where: { endedAt: null }, orderBy: { matchedAt: "desc" }, select: { timeZone: true } },
    },
  });
}

type PersonRow = Awaited<ReturnType<typeof findPeople>>[number];

interface Absences {
  readonly away: ReadonlySet<string>;
  readonly ofOthers: readonly StandIn[];
}

function toKeeper(ctx: Context, row: PersonRow, { away, ofOthers }: Absences): Keeper {
  const timeZone = row.accounts[0]?.timeZone ?? row.unit.timeZone;
  const today = localDate(ctx.now, timeZone);
  return {
    personId: row.id,
    name: row.name,
    timeZone,
    today,
    calendar: calendarOf(ctx, row.unit.calendarId),
    standsInFor: ofOthers
      .filter(({ standInId }) => standInId === row.id)
      .map(({ personId, personName }) => ({ personId, name: personName })),
    covered: away.has(row.id),
    hasLeft: row.leftOn !== null && compareDates(isoDate(row.leftOn), today) < 0,
  };
}

/** A moment's date and hour for messages about the clock itself. */
export function localMoment(moment: Moment, timeZone: string): string {
  return moment.setZone(timeZone).toFormat("yyyy-MM-dd HH:mm");
}
