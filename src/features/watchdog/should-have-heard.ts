/** Who must have heard of what by now, item by item: its keeper, and whoever the rungs that were reached lead to. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { compareDates } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import {
  hearersOf,
  type Milestone,
  reminderBy,
  rolesToHear,
  rungsBy,
  type TellingRules,
} from "../../domain/watchdog/index.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { OpenWork } from "./open-work.ts";
import { loadPosts, type Posts } from "./posts.ts";
import { loadReaders, type Reader, type Readers } from "./readers.ts";
import { rulesOf } from "./rules.ts";

export interface ShouldHaveHeard {
  readonly work: OpenWork;
  readonly reader: Reader;
  /** Missing of what was returned and is not late yet: it stands in each morning. */
  readonly milestone: Milestone | undefined;
}

export interface Expected {
  readonly heard: readonly ShouldHaveHeard[];
  /** Late, and nobody up to the top whom a rung could tell. */
  readonly nobody: readonly OpenWork[];
}

interface UnitDay {
  readonly calendar: BusinessCalendar | undefined;
  readonly today: IsoDate;
}

interface Known {
  readonly rules: TellingRules;
  readonly units: ReadonlyMap<string, UnitDay>;
  readonly posts: Posts;
  readonly readers: Readers;
}

export async function loadExpected(ctx: Context, works: readonly OpenWork[]): Promise<Expected> {
  const unitIds = [...new Set(works.map(({ unitId }) => unitId))];
  const posts = await loadPosts(ctx, unitIds, rolesToHear(rulesOf(ctx)));
  const assignees = works.flatMap(({ assigneeId }) => assigneeId ?? []);
  const readers = await loadReaders(ctx, [...new Set([...assignees, ...posts.everybody])]);
  const known = { rules: rulesOf(ctx), units: await loadUnits(ctx, unitIds), posts, readers };
  const heard = works.flatMap((work) => [...ofKeeper(known, work), ...ofRungs(known, work)]);
  return {
    heard: heard.filter(({ reader }) => reader.wasDue),
    nobody: works.filter((work) => hasNobody(known, work)),
  };
}

async function loadUnits(ctx: Context, unitIds: readonly string[]): Promise<Map<string, UnitDay>> {
  const rows = await inTurns(unitIds, (some) => ctx.db.orgUnit.findMany({ where: { id: { in: some } } }));
  return new Map(
    rows.map(({ id, calendarId, timeZone }) => [
      id,
      { calendar: ctx.parts.calendars.get(calendarId), today: localDate(ctx.now, timeZone) },
    ]),
  );
}

/** Whoever does the keeper's work today, by their own calendar and date. */
function ofKeeper({ rules, readers }: Known, work: OpenWork): ShouldHaveHeard[] {
  const reader = work.assigneeId === null ? undefined : readers.byId.get(readers.acting(work.assigneeId));
  if (reader?.calendar === undefined) {
    return [];
  }
  if (compareDates(work.dueOn, reader.today) < 0) {
    const milestone = ownRung(rules, reader.calendar, work.dueOn, reader.today);
    return milestone === undefined ? [] : [{ work, reader, milestone }];
  }
  const reminder = work.isReturned ? undefined : reminderBy({ beforeDueDays: work.before }, work.dueOn, reader.today);
  return work.isReturned || reminder !== undefined ? [{ work, reader, milestone: reminder }] : [];
}

function ownRung(
  rules: TellingRules,
  calendar: BusinessCalendar,
  dueOn: IsoDate,
  today: IsoDate,
): Milestone | undefined {
  return rungsBy(rules, calendar, dueOn, today)
    .filter(({ to }) => to === "account_manager")
    .map(({ heard }) => heard)
    .toSorted((a, b) => a.rank - b.rank)
    .at(-1);
}

function ofRungs(known: Known, work: OpenWork): ShouldHaveHeard[] {
  const keepers = keepersOf(known, work);
  return [...climbed(known, work, keepers)].flatMap(([personId, milestone]) => {
    const reader = known.readers.byId.get(known.readers.acting(personId));
    return reader === undefined || keepers.includes(personId) || keepers.includes(reader.personId)
      ? []
      : [{ work, reader, milestone }];
  });
}

/** By the calendar and the date of the unit. Nobody is told of themselves. */
function climbed({ rules, units, posts }: Known, work: OpenWork, keepers: readonly string[]) {
  const unit = units.get(work.unitId);
  if (unit?.calendar === undefined || !work.climbs) {
    return new Map<string, Milestone>();
  }
  return hearersOf(rules, rungsBy(rules, unit.calendar, work.dueOn, unit.today), (role) =>
    role === "account_manager" ? keepers : posts.of(work.unitId, role, keepers),
  );
}

/** The assignee and who does their work today. A leaver's work climbs at once. */
function keepersOf({ readers }: Known, { assigneeId }: OpenWork): readonly string[] {
  return assigneeId === null || readers.byId.get(assigneeId)?.isAtWork !== true
    ? []
    : [...new Set([assigneeId, readers.acting(assigneeId)])];
}

function hasNobody(known: Known, work: OpenWork): boolean {
  const unit = known.units.get(work.unitId);
  const isReached =
    work.climbs &&
    unit?.calendar !== undefined &&
    rungsBy(known.rules, unit.calendar, work.dueOn, unit.today).length > 0;
  return isReached && climbed(known, work, keepersOf(known, work)).size === 0;
}
