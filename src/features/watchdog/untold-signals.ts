/** What the rungs of every open signal should have told by now and was not promised, as the outbox remembers it (R7, R46, R127). */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { againBy, type OwedRung, owedRungs, whenAwake } from "../../domain/watchdog/index.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { Difference } from "./difference.ts";
import { SIGNAL_SUBJECT } from "./ids.ts";
import { loadOpenSignals, type OpenSignal } from "./open-signals.ts";
import { GRACE_MINUTES } from "./readers.ts";
import { isExcused } from "./signal-excuses.ts";
import { loadSeats, type Seats } from "./signal-seats.ts";
import { loadTellings, type Telling } from "./signal-tellings.ts";
import { findUnreported } from "./unreported-vacancies.ts";

/** What was due before was looked at then; the days in which this watchdog itself stood still are added. */
const DAYS_BACK = 7;

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
  const due = (await loadOpenSignals(ctx, horizon)).flatMap((signal) => rungsDue(ctx, signal, horizon));
  const signals = [...new Map(due.map(({ signal }) => [signal.id, signal])).values()];
  const seats = await loadSeats(ctx, signals);
  const tellings = await loadTellings(
    ctx,
    signals.map(({ id }) => id),
    horizon,
  );
  const toldOf = ({ id }: OpenSignal) => tellings.get(id) ?? [];
  const missed: MissedRung[] = [];
  for (const one of due.flatMap((rung) => missedBy(ctx, rung, { seats, horizon, told: toldOf(rung.signal) }))) {
    if (!(await isExcused(ctx, one, toldOf(one.signal)))) missed.push(one);
  }
  return [
    ...latestEach(missed).map((one) => untold(ctx, one)),
    ...withNobody(due, seats),
    ...(await findUnreported(
      ctx,
      due.flatMap(({ signal, rung }) => seats.of(signal, rung).vacant.map((role) => ({ unitId: signal.unitId, role }))),
    )),
  ];
}

/** By the machine's clock it stood still; by the business clock so much more is looked back at. */
async function horizonOf(ctx: Context): Promise<Date> {
  const beat = await ctx.db.dutyBeat.findUnique({ where: { duty: "watchdog" } });
  const still = beat === null ? 0 : ctx.parts.clocks.machineNow().getTime() - beat.endedAt.getTime();
  return ctx.now.minus({ days: DAYS_BACK, milliseconds: Math.max(0, still) }).toJSDate();
}

/** A sweep that has just begun is given its time. A rung of long ago counts as long as it is repeated. */
function rungsDue(ctx: Context, signal: OpenSignal, horizon: Date): DueRung[] {
  const { facts, rules, timeZone } = signal;
  const until = localMinuteOf(ctx.now.minus({ minutes: GRACE_MINUTES }), timeZone);
  const isRepeated = rules.again !== undefined && facts.acknowledged === undefined;
  return owedRungs(facts, rules, until)
    .map((rung) => ({ signal, rung, at: momentOf(rung.at, timeZone, ctx.now).toJSDate() }))
    .filter(({ at, rung }) => at >= horizon || (isRepeated && rung.awaits === "acknowledge"));
}

interface Known {
  readonly seats: Seats;
  readonly told: readonly Telling[];
  readonly horizon: Date;
}

function missedBy(ctx: Context, due: DueRung, { seats, told, horizon }: Known): MissedRung[] {
  const { signal, rung, at } = due;
  return seats.of(signal, rung).personIds.flatMap((personId): MissedRung[] => {
    const last = told.findLast((telling) => telling.personId === personId)?.at;
    if (at >= horizon && (last === undefined || last < at)) {
      return [{ signal, rung, personId, since: at, isRepeat: false }];
    }
    const since = rung.awaits === "acknowledge" ? missedRepeat(ctx, signal, last ?? horizon) : undefined;
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
  const { id, number, level, levelSince, timeZone, rules } = signal;
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
      // Within its level's hours, as its ladder would.
      notBefore: new Date(Math.max(awake.toMillis(), ctx.now.toMillis())).toISOString(),
    },
  };
}

function withNobody(due: readonly DueRung[], seats: Seats): Difference[] {
  const alone = due.filter(({ signal, rung }) => seats.of(signal, rung).personIds.length === 0);
  return [...new Map(alone.map(({ signal }) => [signal.id, signal])).values()].map(({ id, number, levelSince }) => ({
    key: `nobody:${id}:${levelSince.toISOString()}`,
    kind: "nobody",
    subject: { kind: SIGNAL_SUBJECT, id },
    detail: { number },
  }));
}
