/** What a manager sees at a glance: counts of the units of their grant. Figures in depth come with the digests. */
import type { Role } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { heading, type Piece } from "../../platform/view.ts";
import { unitsBelow } from "../people/index.ts";

const LEADS: readonly Role[] = ["unit_manager", "head_office_manager"];

export async function unitPieces(ctx: Context): Promise<Piece[]> {
  const led = ctx.actor.grants.filter(({ role }) => LEADS.includes(role)).map(({ unitId }) => unitId);
  if (led.length === 0) {
    return [];
  }
  const units = await unitsBelow(ctx.db, led);
  const today = localDate(ctx.now, ctx.actor.timeZone);
  const open = { in: ["planned", "started"] };
  const [late, dueToday, waiting, unowned] = [
    await summed(units, (unitId) => ctx.db.inspection.count({ where: { unitId, state: open, dueOn: { lt: today } } })),
    await summed(units, (unitId) => ctx.db.inspection.count({ where: { unitId, state: open, dueOn: today } })),
    await summed(units, (unitId) =>
      ctx.db.inspection.count({ where: { unitId, state: { in: ["submitted", "in_review"] } } }),
    ),
    await summed(units, (unitId) => ctx.db.borrower.count({ where: { unitId, ownerships: { none: { toAt: null } } } })),
  ];
  return [
    heading(ctx.t("home.unit")),
    {
      kind: "facts",
      facts: [
        [ctx.t("home.late"), String(late)],
        [ctx.t("home.due_today"), String(dueToday)],
        [ctx.t("home.waiting"), String(waiting)],
        [ctx.t("home.no_owner"), String(unowned)],
      ],
    },
  ];
}

async function summed(units: readonly string[], count: (unitId: { in: string[] }) => Promise<number>): Promise<number> {
  const counts = await inTurns(units, async (some) => [await count({ in: some })]);
  return counts.reduce((sum, one) => sum + one, 0);
}
