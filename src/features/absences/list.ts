/** The absences a person may see: their own, those they stand in for, and those of the units they lead. */
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { unitPath, unitsBelow } from "../people/index.ts";
import { type AbsenceRow, absencesOf, subjectOf } from "./store.ts";

const MOST = 50;

/** The next ones first, at most fifty; those that are over or ended are not among them. */
export async function listAbsences(ctx: Context): Promise<AbsenceRow[]> {
  const from = ctx.now.minus({ days: 1 }).toISODate();
  const own = await absencesOf(ctx, { id: { in: [ctx.actor.personId] } }, from, MOST);
  const led = await inTurns(await unitsLed(ctx), (some) => absencesOf(ctx, { unitId: { in: some } }, from, MOST), 2);
  const rows = [...own, ...led].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, MOST);
  const seen: AbsenceRow[] = [];
  for (const row of unique) {
    if (authorize(ctx, "see_absences", await subjectOf(ctx, row)) === undefined) seen.push(row);
  }
  return seen;
}

const key = ({ fromOn, id }: AbsenceRow) => `${fromOn} ${id}`;

async function unitsLed(ctx: Context): Promise<string[]> {
  const led: string[] = [];
  for (const { unitId } of ctx.actor.grants) {
    const refused = authorize(ctx, "see_absences", { unitPath: await unitPath(ctx.db, unitId) });
    if (refused === undefined) led.push(unitId);
  }
  return led.length === 0 ? [] : unitsBelow(ctx.db, led);
}
