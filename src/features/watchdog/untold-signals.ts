/** What the rungs of every open signal should have told by now and was not promised, as the outbox remembers it (R7, R46, R127). */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { againBy, type OwedRung, whenAwake } from "../../domain/watchdog/index.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { unitPath } from "../people/index.ts";
import type { Difference } from "./difference.ts";
import { SIGNAL_SUBJECT } from "./ids.ts";
import { loadOpenSignals, type OpenSignal } from "./open-signals.ts";
import { GRACE_MINUTES } from "./readers.ts";
import { loadSaidOnce } from "./said-once.ts";
import { horizonOf } from "./settled.ts";
import { isExcused } from "./signal-excuses.ts";
import { loadSeats, type Seats } from "./signal-seats.ts";
import { loadTellings, type Telling } from "./signal-tellings.ts";
import { findUnreported, type PassedPost } from "./unreported-vacancies.ts";

interface DueRung {
  readonly signal: OpenSignal;
  readonly rung: OwedRung;
  readonly at: Date;
}

export interface MissedRung {
  readonly signal: OpenSignal;
  readonly rung: OwedRung;
  readonly personId: string;
  /** Whoever holds the post must have heard of it since then. */
  readonly since: Date;
  readonly isRepeat: boolean;
}

export async function findUntoldSignals(ctx: Context): Promise<Difference[]> {
  const horizon = await horizonOf(ctx);
  const open = [...(await loadOpenSignals(ctx, horizon)), ...(await loadSaidOnce(ctx, horizon))];
  const due = open.flatMap((signal) => rungsDue(ctx, signal, horizon));
  const signals = [...new Map(due.map(({ signal }) => [signal.id, signal])).values()];
  const seats = await loadSeats(ctx, signals);
  const tellings = await loadTellings(
    ctx,
    signals.map(({ id }) => id),
    new Date(Math.min(...due.map(({ at }) => at.getTime()))),
  );
  const toldOf = ({ id }: OpenSignal) => tellings.get(id) ?? [];
  const missed: MissedRung[] = [];
  for (const one of due.flatMap((rung) => missedBy(ctx, rung, { seats, told: toldOf(rung.signal) }))) {
    if (!(await isExcused(ctx, one, toldOf(one.signal)))) missed.push(one);
  }
  return [
    ...latestEach(missed).map((one) => untold(ctx, one)),
    ...signals.filter((signal) => hasNobody(due, signal, seats)).map(withNobody),
    ...(await findUnreported(ctx, await passedPosts(ctx, due, seats))),
  ];
}

/**
 * A sweep that has just begun is given its time. A rung counts for as long as its answer is awaited, however long ago it was due; one
 * that was answered meanwhile, while it is younger than the horizon.
 */
function rungsDue(ctx: Context, signal: OpenSignal, horizon: Date): DueRung[] {
  const { timeZone } = signal;
  const until = localMinuteOf(ctx.now.minus({ minutes: GRACE_MINUTES }), timeZone);
  return signal
    .owed(until)
    .map((rung) => ({ signal, rung, at: momentOf(rung.at, timeZone, ctx.now).toJSDate() }))
    .filter(({ at, rung }) => at >= horizon || rung.isAwaited);
}

interface Known {
  readonly seats: Seats;
  readonly told: readonly Telling[];
}

function missedBy(ctx: Context, due: DueRung, { seats, told }: Known): MissedRung[] {
  const { signal, rung, at } = due;
  return seats.of(signal, rung).personIds.flatMap((personId): MissedRung[] => {
    const last = told.findLast((telling) => telling.personId === personId)?.at;
    if (last === undefined || last < at) {
      return [{ signal, rung, personId, since: at, isRepeat: false }];
    }
    const since = rung.awaits === "acknowledge" ? missedRepeat(ctx, signal, last) : undefined;
    return since === undefined ? [] : [{ signal, rung, personId, since, isRepeat: true }];
  });
}

function missedRepeat(ctx: Context, { facts, rules, timeZone }: OpenSignal, last: Date): Date | undefined {
  const again = againBy(facts, rules, localMinuteOf(momentFromDate(last), timeZone));
  const at = again && momentOf(again, timeZone, ctx.now);
  return at !== undefined && at <= ctx.now.minus({ minutes: GRACE_MINUTES }) ? at.toJSDate() : undefined;
}

/** One telling about a signal says all of it. */
function latestEach(missed: readonly MissedRung[]): MissedRung[] {
  const sorted = missed.toSorted((a, b) => a.since.getTime() - b.since.getTime());
  return [...new Map(sorted.map((one) => [`${one.personId} ${one.signal.id}`, one])).values()];
}

function untold(ctx: Context, { signal, rung, personId, since, isRepeat }: MissedRung): Difference {
  const { id, number, level, levelSince, timeZone, rules, isRestricted } = signal;
  const awake = momentOf(whenAwake(rules, localMinuteOf(ctx.now, timeZone)), timeZone, ctx.now);
  const which = `${rung.awaits}/${rung.to}${isRepeat ? "/again" : ""}`;
  return {
    key: `untold:${personId}:${id}:${levelSince.toISOString()}:${which}:${since.toISOString().slice(0, 13)}`,
    kind: "untold",
    personId,
    subject: { kind: SIGNAL_SUBJECT, id },
    detail: {
      number,
      level,
      what: which,
      since: since.toISOString(),
      slotOn: localDate(ctx.now, timeZone),
      // Within its level's hours, as its ladder would; a restricted one at once.
      notBefore: new Date(Math.max(isRestricted ? 0 : awake.toMillis(), ctx.now.toMillis())).toISOString(),
      ...(isRestricted ? { sealed: "yes" } : {}),
    },
  };
}

/** Of those who alone may know or agree, one is enough. Who could know of a restricted one is no administrator's matter. */
function hasNobody(due: readonly DueRung[], signal: OpenSignal, seats: Seats): boolean {
  if (signal.isRestricted) return false;
  const mine = due.filter((one) => one.signal.id === signal.id);
  const isEmpty = ({ rung }: DueRung) => seats.of(signal, rung).personIds.length === 0;
  const few = mine.filter(({ rung }) => rung.isOnlyTheirs);
  return mine.some((one) => one.rung.isOnlyTheirs !== true && isEmpty(one)) || (few.length > 0 && few.every(isEmpty));
}

function withNobody({ id, number, levelSince }: OpenSignal): Difference {
  return {
    key: `nobody:${id}:${levelSince.toISOString()}`,
    kind: "nobody",
    subject: { kind: SIGNAL_SUBJECT, id },
    detail: { number },
  };
}

/**
 * Posts of a ladder that nobody holds. A role that few may know by is vacant up to the top: named there, it says nothing of the unit
 * that a restricted signal is about.
 */
async function passedPosts(ctx: Context, due: readonly DueRung[], seats: Seats): Promise<PassedPost[]> {
  const passed: PassedPost[] = [];
  for (const { signal, rung } of due) {
    const isReported = signal.isRestricted || rung.isOnlyTheirs !== true;
    const vacant = isReported && rung.awaits !== "raised" ? seats.of(signal, rung).vacant : [];
    if (vacant.length === 0) continue;
    const top = signal.isRestricted ? (await unitPath(ctx.db, signal.unitId)).at(-1) : undefined;
    passed.push(...vacant.map((role) => ({ unitId: top ?? signal.unitId, role })));
  }
  return passed;
}
