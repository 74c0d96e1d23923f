/**
 * The daily sweeps of a past period on a copy of the book, with nobody to send anything: what would have been said. The rules and
 * the sweeps are the desk's own; the book they look at and the mornings they promise are kept in memory, because years of them
 * are many.
 */
import { addDays, compareDates, daysBetween } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import { createStandingClocks, momentAt } from "../../platform/clock.ts";
import { authorize, type Context, type Parts, systemContext } from "../../platform/context.ts";
import { type Database, onCopy } from "../../platform/storage/index.ts";
import { inMemory, type StageCounts, sweepMornings } from "../morning/index.ts";
import { replanAll } from "../planning/index.ts";
import { promiseNoOwner } from "../portfolio/index.ts";
import { type Answers, answerDue } from "./answers.ts";
import { RememberedBook } from "./remembered-book.ts";
import { sum } from "./sum.ts";

export interface ReplayWishes {
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
  readonly answers: Answers;
  readonly progress?: (done: number, total: number) => void;
}

export interface ReplayedDay {
  readonly date: IsoDate;
  /** Inspections planned, and visited by the officers as `answers` says. */
  readonly planned: number;
  readonly answered: number;
  /** Messages by kind: `morning` and whatever else the desk would have said. */
  readonly messages: Readonly<Partial<Record<string, number>>>;
  /** What the mornings cover, by section; what is told for the first time, by stage of the policy. */
  readonly covered: Partial<StageCounts>;
  readonly told: Readonly<Partial<Record<ReminderStage, number>>>;
}

/** Nights and evenings of one zone, the policy's: the desk's own clock. */
const NIGHT = "00:30";
const EVENING = "18:00";

/**
 * Refuses on PostgreSQL, and a period that this book has lived already: it cannot be made younger. Days without anything are
 * left out.
 */
export async function replay(ctx: Context, wishes: ReplayWishes): Promise<ReplayedDay[] | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular) ?? (await refusedBook(ctx, wishes));
  if (refused !== undefined) {
    return refused;
  }
  return onCopy(ctx.parts.database, (copy) => replayOn(partsOf(ctx.parts, copy, wishes.from), wishes));
}

async function refusedBook(ctx: Context, { from, to }: ReplayWishes): Promise<Refusal | undefined> {
  if (compareDates(to, from) < 0) {
    return refuse("replay.ends_before", { from, to });
  }
  if (ctx.parts.database.kind !== "sqlite") {
    return refuse("replay.needs_sqlite");
  }
  const began = momentAt(from, NIGHT, zoneOf(ctx.parts)).toJSDate();
  const later = { OR: [{ createdAt: { gt: began } }, { submittedAt: { gt: began } }] };
  const lived = await ctx.db.inspection.findFirst({ where: later, select: { number: true } });
  return lived === null ? undefined : refuse("replay.lived_already", { from, number: lived.number });
}

/** The same desk on another record and on a clock that stands until it is moved. */
function partsOf(parts: Parts, database: Database, from: IsoDate): Parts {
  return { ...parts, database, clocks: createStandingClocks(momentAt(from, "00:00", zoneOf(parts)).toISO()) };
}

function zoneOf({ policies }: Parts): string {
  return policies.inForce().policy.calendar.time_zone;
}

async function replayOn(parts: Parts, { from, to, answers, progress }: ReplayWishes): Promise<ReplayedDay[]> {
  const first = await firstNight(parts, from);
  const running: Running = { parts, telling: inMemory(), zones: await zonesOf(parts), answers, book: first.book };
  const total = daysBetween(from, to) + 1;
  const days: ReplayedDay[] = [];
  for (let done = 0; done < total; done += 1) {
    const date = addDays(from, done);
    const night = done === 0 ? first.created : await planNight(running, date);
    const day = await replayDay(running, date, night);
    if (day !== undefined) days.push(day);
    progress?.(done + 1, total);
  }
  return days;
}

interface Running {
  readonly parts: Parts;
  readonly telling: ReturnType<typeof inMemory>;
  readonly zones: readonly string[];
  readonly answers: Answers;
  readonly book: RememberedBook;
}

/** The first night looks at the whole book, as the desk does; what it leaves is remembered. */
async function firstNight(parts: Parts, from: IsoDate): Promise<{ book: RememberedBook; created: number }> {
  parts.clocks.moveTo(momentAt(from, NIGHT, zoneOf(parts)));
  const ctx = systemContext(parts);
  const { created } = sure(await replanAll(ctx, "nightly"));
  sure(await promiseNoOwner(ctx));
  return { book: await RememberedBook.load(ctx, from), created };
}

/** The others, at whom the passing day concerns. Answers how many inspections are new. */
async function planNight({ parts, book }: Running, date: IsoDate): Promise<number> {
  parts.clocks.moveTo(momentAt(date, NIGHT, zoneOf(parts)));
  const ctx = systemContext(parts);
  const created = book.planPassing(ctx.now);
  sure(await promiseNoOwner(ctx, await book.withoutOwner(ctx)));
  return created;
}

async function replayDay(running: Running, date: IsoDate, night: number): Promise<ReplayedDay | undefined> {
  const { parts, telling, answers, book } = running;
  const tally: Tally = { mornings: 0, covered: {}, told: {} };
  for (const moment of morningsOf(running, date)) {
    parts.clocks.moveTo(moment);
    add(tally, sure(await sweepMornings(systemContext(parts), { telling, book })));
  }
  parts.clocks.moveTo(latest(parts, momentAt(date, EVENING, zoneOf(parts))));
  const { ids, planned } = answerDue(systemContext(parts), book, answers, date);
  telling.forget(ids);
  const messages = {
    ...(tally.mornings === 0 ? {} : { morning: tally.mornings }),
    ...(await otherMessages(parts, date)),
  };
  const isEmpty = Object.keys(messages).length + night + planned + ids.length === 0;
  const { covered, told } = tally;
  return isEmpty ? undefined : { date, planned: night + planned, answered: ids.length, messages, covered, told };
}

interface Tally {
  mornings: number;
  covered: Partial<Record<keyof StageCounts, number>>;
  told: Partial<Record<ReminderStage, number>>;
}

type Swept = Exclude<Awaited<ReturnType<typeof sweepMornings>>, Refusal>;

function add(tally: Tally, swept: Swept): void {
  tally.mornings += swept.promised;
  tally.covered = sum(tally.covered, swept.covered);
  tally.told = sum(tally.told, swept.told);
}

/** The moments at which some reader's morning comes, in their order. */
function morningsOf({ parts, zones }: Running, date: IsoDate): Moment[] {
  const { morning_at } = parts.policies.inForce().policy.reminders;
  const moments = zones.map((zone) => momentAt(date, morning_at, zone));
  return [...new Map(moments.map((moment) => [moment.toMillis(), moment])).values()].toSorted(
    (a, b) => a.toMillis() - b.toMillis(),
  );
}

/** A zone's morning may come after the desk's own evening. */
function latest({ clocks }: Parts, moment: Moment): Moment {
  const now = clocks.now();
  return now.toMillis() > moment.toMillis() ? now : moment;
}

async function zonesOf({ database }: Parts): Promise<string[]> {
  const units = await database.db.orgUnit.findMany({ distinct: ["timeZone"], select: { timeZone: true } });
  const accounts = await database.db.slackAccount.findMany({ distinct: ["timeZone"], select: { timeZone: true } });
  return [...new Set([...units, ...accounts].map(({ timeZone }) => timeZone))].toSorted();
}

/** What the desk promised besides the mornings since the last night. */
async function otherMessages(parts: Parts, date: IsoDate): Promise<Record<string, number>> {
  const since = momentAt(date, NIGHT, zoneOf(parts)).toJSDate();
  const kinds = await parts.database.db.outboxMessage.groupBy({
    by: ["kind"],
    where: { createdAt: { gte: since } },
    orderBy: { kind: "asc" },
    _count: { _all: true },
  });
  return Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count._all]));
}

/** What the clock does is allowed; a refusal here is our own mistake. */
function sure<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) {
    throw new Error(`a duty of the clock was refused: ${outcome.refused}`);
  }
  return outcome;
}
