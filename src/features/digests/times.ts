/**
 * Time to detect and time to resolve (R54), of the signals of a period, from what is stored with each signal.
 *
 * Detected: from the day on which the facts behind a signal would have raised it (`detectableOn`) to the day it was raised, of the
 * signals raised in the period; one that a person raised has no such day, counts among the raised and in no median. Resolved: from the
 * day it was raised to the day it ended, of those that were closed in the period; a false alarm ends and resolves nothing, and is said
 * apart. Both in working days of the unit where the account is kept; the same day is 0. Restricted signals are in neither.
 */
import { askedTotals } from "../../domain/digest/figures.ts";
import { type Lasting, lastingOf, type Took } from "../../domain/digest/lasting.ts";
import type { Period } from "../../domain/digest/period.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { bucketsOf } from "./figures.ts";
import { listScopeOf, unitsOf } from "./lists/list-scope.ts";
import { standing } from "./lists/signals.ts";
import type { DigestScope } from "./scope.ts";

export interface Times {
  readonly detected: Lasting;
  readonly resolved: Lasting;
  readonly falseAlarms: number;
}

export async function timesOf(ctx: Context, scope: DigestScope, period: Period, today: IsoDate): Promise<Times> {
  const raised = await amounts(ctx, scope, "signals_raised", period, today);
  const ended = await amounts(ctx, scope, "signals_ended", period, today);
  const closed = ended.filter(({ state }) => state.startsWith("closed:"));
  return {
    detected: lastingOf(raised.map(({ state, amount }) => took(state, amount))),
    resolved: lastingOf(closed.map(({ state, amount }) => took(state.slice("closed:".length), amount))),
    falseAlarms: ended.reduce((sum, { state, amount }) => (state.startsWith("false_alarm:") ? sum + amount : sum), 0),
  };
}

function took(days: string, count: number): Took {
  return { days: days === "unknown" ? undefined : Number(days), count };
}

interface Amount {
  /** As it is in the totals. */
  readonly state: string;
  readonly amount: number;
}

async function amounts(
  ctx: Context,
  scope: DigestScope,
  figure: "signals_raised" | "signals_ended",
  period: Period,
  today: IsoDate,
): Promise<Amount[]> {
  const asked = askedTotals(figure, period, today);
  const { ref } = scope;
  if (ref.kind === "unit") {
    const rows = await ctx.db.unitTotal.groupBy({
      by: ["state"],
      where: { unitId: ref.id, ...(ref.product === undefined ? {} : { product: ref.product }), ...bucketsOf(asked) },
      _sum: { amount: true },
    });
    return rows.map(({ state, _sum }) => ({ state, amount: _sum.amount ?? 0 }));
  }
  if (ref.product !== undefined) {
    return [];
  }
  const listScope = await listScopeOf(ctx, scope);
  const rows = await ctx.db.signal.findMany({
    where: { ...unitsOf(listScope), ...standing(listScope, asked) },
    select: { state: true, detectDays: true, endDays: true },
  });
  return rows.map(({ state, detectDays, endDays }) => ({
    state: figure === "signals_raised" ? String(detectDays ?? "unknown") : `${state}:${endDays ?? "unknown"}`,
    amount: 1,
  }));
}
