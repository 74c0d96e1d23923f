/**
 * Who holds a rung's post now was not told, for a good reason: they have dealt with the signal themselves, or whoever held the post
 * then was told and is still here. A person who is gone is no excuse.
 */

import { momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { actingFor } from "../people/index.ts";
import type { OpenSignal } from "./open-signals.ts";
import { loadSeats, presentAmong } from "./signal-seats.ts";
import type { Telling } from "./signal-tellings.ts";
import type { MissedRung } from "./untold-signals.ts";

/** Asked only of what is missing, which is nearly always nothing. */
export async function isExcused(ctx: Context, missed: MissedRung, tellings: readonly Telling[]): Promise<boolean> {
  const { signal, personId, since, rung } = missed;
  const knows = await ctx.db.signalEvent.findFirst({
    where: { signalId: signal.id, personId, at: { gte: since } },
    select: { id: true },
  });
  if (knows !== null) return true;
  const told = tellings.filter(({ at }) => at >= since);
  const present = await presentAmong(ctx, [...new Set(told.map((telling) => telling.personId))]);
  if (present.size === 0) return false;
  if (rung.to === "account_manager" && (await heldBy(ctx, signal, since)).some((id) => present.has(id))) return true;
  for (const moment of momentsOf(since, told)) {
    const seats = await loadSeats({ ...ctx, now: momentFromDate(moment) }, [signal]);
    const { personIds } = seats.of(signal, rung);
    const isTold = (id: string) => told.some((telling) => telling.personId === id);
    if (personIds.every(isTold) && personIds.some((id) => present.has(id))) return true;
  }
  return false;
}

/** When the post's holder may have been asked for: when it was due, and whenever something was promised since. */
function momentsOf(since: Date, told: readonly Telling[]): Date[] {
  const later = told.map(({ promisedAt }) => (promisedAt < since ? since : promisedAt));
  return [...new Map([since, ...later].map((moment) => [moment.getTime(), moment])).values()];
}

/** Everybody who answered for it since then: kept the account, took the signal over, or stood in. */
async function heldBy({ db, now }: Context, { id, borrowerId }: OpenSignal, since: Date): Promise<string[]> {
  const kept = await db.ownership.findMany({
    where: { borrowerId, OR: [{ toAt: null }, { toAt: { gte: since } }] },
    select: { personId: true },
  });
  const took = await db.signalEvent.findMany({
    where: { signalId: id, act: { in: ["taken_over", "accepted"] } },
    select: { personId: true },
  });
  const ids = [...kept, ...took].flatMap(({ personId }) => personId ?? []);
  return [
    ...ids,
    ...(await actingFor(db, ids, momentFromDate(since))).values(),
    ...(await actingFor(db, ids, now)).values(),
  ];
}
