/** Customers that came from one management zone to another. A customer is of no product. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import { ZONES } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { daysOf, keptBy, type Lister, type ListScope, overUnits, unitsOf } from "./list-scope.ts";

export const zoneMoves: Lister = async (ctx, scope, asked, take) => {
  if (scope.product !== undefined) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.zoneMove.findMany({
      where: { ...inUnits, ...moved(scope, asked) },
      orderBy: [{ movedOn: "asc" }, { id: "asc" }],
      take,
      select: {
        ...{ id: true, unitId: true, fromZone: true, toZone: true, movedOn: true },
        borrower: {
          select: { number: true, name: true, ownerships: { where: { toAt: null }, select: { personId: true } } },
        },
      },
    });
    return rows.map(({ id, unitId, fromZone, toZone, movedOn, borrower: { number, name, ownerships } }) => ({
      ...{ id, number, unitId, borrowerName: name, on: movedOn, opens: "nothing" as const },
      personId: ownerships[0]?.personId ?? null,
      said: [fromZone, toZone].map((zone) => ctx.t(`zone.${oneOf(ZONES, zone)}`)).join(" → "),
    }));
  });
};

export function zoneMovesOfPerson(ctx: Context, scope: ListScope, asked: AskedTotals): Promise<number> {
  return scope.product === undefined
    ? ctx.db.zoneMove.count({ where: { ...unitsOf(scope), ...moved(scope, asked) } })
    : Promise.resolve(0);
}

function moved({ personId }: ListScope, asked: AskedTotals) {
  const pairs = (asked.states ?? []).map((move) => {
    const [fromZone = "", toZone = ""] = move.split(":");
    return { fromZone, toZone };
  });
  return {
    movedOn: daysOf(asked),
    ...(personId === undefined ? {} : { borrower: { ownerships: keptBy(personId) } }),
    OR: pairs,
  };
}
