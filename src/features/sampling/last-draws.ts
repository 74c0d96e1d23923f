/** The newest draw of each unit that the actor reviews or leads: how many were drawn, and how many of them were looked at again. */
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { unitsWhere } from "../people/index.ts";

export interface LastDraw {
  readonly unit: string;
  /** The month, YYYY-MM. */
  readonly period: string;
  readonly drawn: number;
  readonly done: number;
}

const DONE = ["submitted", "in_review", "approved", "rejected"];
const MOST = 5;
/** A draw is of the month before: older ones are history. */
const DAYS = 62;

/** Counts alone: whose reports were drawn is told to whoever looks again, and to nobody else. */
export async function lastDraws(ctx: Context): Promise<LastDraw[]> {
  const units = [...new Set([...(await unitsWhere(ctx, "open_review")), ...(await unitsWhere(ctx, "name_reviewer"))])];
  const since = ctx.now.minus({ days: DAYS }).toJSDate();
  const draws = await inTurns(units, (some) =>
    ctx.db.sampleDraw.findMany({
      where: { unitId: { in: some }, drawnAt: { gte: since } },
      orderBy: { period: "desc" },
      include: { unit: { select: { name: true } }, items: { select: { recheckId: true } } },
    }),
  );
  const newest = [...new Map(draws.toReversed().map((draw) => [draw.unitId, draw])).values()].slice(0, MOST);
  const done = await inTurns(
    newest.flatMap(({ items }) => items),
    (some) =>
      ctx.db.inspection.findMany({
        where: { id: { in: some.map(({ recheckId }) => recheckId) }, state: { in: DONE } },
        select: { id: true },
      }),
  );
  const isDone = new Set(done.map(({ id }) => id));
  return newest.map(({ unit, period, items }) => ({
    unit: unit.name,
    period,
    drawn: items.length,
    done: items.filter(({ recheckId }) => isDone.has(recheckId)).length,
  }));
}
