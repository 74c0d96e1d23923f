/** The last days of zones that people set (R102): from the day after, the rules count again. */
import { addDays, compareDates, isoDate } from "../../domain/dates.ts";
import { daysBefore } from "../../domain/key-dates/index.ts";
import type { Context } from "../../platform/context.ts";
import { borrowersOf } from "./borrowers.ts";
import type { FoundDate } from "./found.ts";

export async function datesOfZones(ctx: Context): Promise<FoundDate[]> {
  const before = daysBefore(ctx.policy.policy, "zone_override");
  if (before.length === 0) return [];
  const rows = await ctx.db.zoneOverride.findMany({
    where: { state: "approved", untilOn: { gte: addDays(isoDate(ctx.now.toISODate()), -1) } },
  });
  const owners = await borrowersOf(
    ctx,
    rows.map(({ borrowerId }) => borrowerId),
  );
  return rows.flatMap(({ borrowerId, untilOn, decidedAt }): FoundDate[] => {
    const owner = owners.get(borrowerId);
    const dueOn = isoDate(untilOn);
    if (owner === undefined || decidedAt === null || compareDates(dueOn, owner.today) < 0) return [];
    const { unitId, drawn: amount, tier, today, number: reference } = owner;
    const of = { borrowerId, unitId, subjectKind: "borrower" as const, subjectId: borrowerId, reference };
    const asOf = isoDate(decidedAt.toISOString().slice(0, 10));
    return [{ ...of, kind: "zone_override", dueOn, asOf, before, amount, tier, today }];
  });
}
