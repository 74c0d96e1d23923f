/** What a manager sees at a glance: counts of the units of their grant. Figures in depth come with the digests. */
import { OPEN_INSPECTION_STATES, type Role } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { heading, type Piece } from "../../platform/view.ts";
import { unitsBelow } from "../people/index.ts";

const LEADS: readonly Role[] = ["unit_manager", "head_office_manager"];

export async function unitPieces(ctx: Context): Promise<Piece[]> {
  const led = ctx.actor.grants.filter(({ role }) => LEADS.includes(role)).map(({ unitId }) => unitId);
  if (led.length === 0) {
    return [];
  }
  const unitId = { in: await unitsBelow(ctx.db, led) };
  const today = localDate(ctx.now, ctx.actor.timeZone);
  const open = { unitId, state: { in: [...OPEN_INSPECTION_STATES] } };
  const [late, dueToday, waiting, unowned] = [
    await ctx.db.inspection.count({ where: { ...open, state: { in: ["planned", "started"] }, dueOn: { lt: today } } }),
    await ctx.db.inspection.count({ where: { ...open, state: { in: ["planned", "started"] }, dueOn: today } }),
    await ctx.db.inspection.count({ where: { ...open, state: { in: ["submitted", "in_review"] } } }),
    await ctx.db.borrower.count({ where: { unitId, ownerships: { none: { toAt: null } } } }),
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
