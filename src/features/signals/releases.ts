/**
 * Signals that ask for little, whose fact is gone: the desk has asked for their release, and two people agree to all of them as one
 * list, each with one act. Every signal keeps its own events; whoever sees one that should stand refuses it by itself.
 */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { SIGNAL_LEVELS, type SignalLevel } from "../../domain/vocabulary.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { actingFor, unitsWhere } from "../people/index.ts";
import { takeStep } from "./step.ts";

/** Of one press; whoever has more presses again. */
const MOST = 100;

export interface WaitingRelease {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly level: SignalLevel;
  readonly borrowerId: string;
  readonly customer: string;
  readonly raisedAt: Date;
  readonly curedAt: Date;
  /** Somebody has agreed already: one more, and it is released. */
  readonly isSecond: boolean;
}

/** What waits for the actor's agreement in their units, the longest waiting first; not what they have a part in. */
export async function waitingReleases(ctx: Context, askedBy: Date = ctx.now.toJSDate()): Promise<WaitingRelease[]> {
  if (!couldEver(ctx, "second_signal")) return [];
  const units = await unitsWhere(ctx, "second_signal");
  const rows = (await inTurns(units, (some) => proposed(ctx, some, askedBy))).slice(0, MOST);
  const keepers = rows.flatMap(({ borrower }) => borrower.ownerships.map(({ personId }) => personId));
  const acting = await actingFor(ctx.db, [...new Set(keepers)], ctx.now);
  const me = ctx.actor.personId;
  return rows.flatMap((row): WaitingRelease[] => {
    const { borrower, events, askRound, curedAt } = row;
    const handlers = [row.ownerId, ...borrower.ownerships.map(({ personId }) => personId)];
    const agreed = events.filter(({ round }) => round === askRound).map(({ personId }) => personId);
    const parties = [...handlers, row.raisedById, ...row.named.map(({ personId }) => personId), ...agreed];
    const isParty = parties.includes(me) || handlers.some((one) => one !== null && acting.get(one) === me);
    if (isParty || curedAt === null) return [];
    const { id, number, code, raisedAt, borrowerId } = row;
    const level = oneOf(SIGNAL_LEVELS, row.level);
    return [
      { id, number, code, level, borrowerId, customer: borrower.name, raisedAt, curedAt, isSecond: agreed.length > 0 },
    ];
  });
}

export interface Agreed {
  readonly agreed: number;
  /** Of these, the ones that are released now; the others wait for a second person. */
  readonly released: number;
}

/** The actor agrees to all that was on the list they looked at, `askedBy`: what came later is not agreed to unseen. */
export async function agreeToReleases(ctx: Context, askedBy: Date): Promise<Agreed | Refusal> {
  const listed = await waitingReleases(ctx, askedBy);
  const done: WaitingRelease[] = [];
  let last: Refusal = refuse("signal.no_releases");
  for (const release of listed) {
    const taken = await takeStep(ctx, { signalId: release.id, step: "agree_release", words: "" });
    if (isRefusal(taken)) last = taken;
    else done.push(release);
  }
  return done.length === 0 ? last : { agreed: done.length, released: done.filter(({ isSecond }) => isSecond).length };
}

function proposed({ db }: Context, unitIds: string[], askedBy: Date) {
  return db.signal.findMany({
    where: {
      unitId: { in: unitIds },
      isRestricted: false,
      state: { in: ["raised", "acknowledged"] },
      path: { not: "full" },
      ...{ askedFor: "release", askedById: null, askedAt: { lte: askedBy } },
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, number: true, code: true, level: true, raisedAt: true, curedAt: true, askRound: true },
      ...{ ownerId: true, raisedById: true, named: { select: { personId: true } } },
      borrowerId: true,
      borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
      events: { where: { act: "agree_release" }, select: { personId: true, round: true } },
    },
  });
}
