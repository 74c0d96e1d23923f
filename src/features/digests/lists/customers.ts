/** Customers by the management zone in which they stand. A customer is of no product. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import type { Context } from "../../../platform/context.ts";
import { keptBy, type Lister, type ListScope, overUnits, unitsOf } from "./list-scope.ts";

export const customers: Lister = async (ctx, scope, asked, take) => {
  if (scope.product !== undefined) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.borrower.findMany({
      where: { ...inUnits, ...standing(scope, asked) },
      orderBy: { number: "asc" },
      take,
      select: {
        ...{ id: true, number: true, name: true, unitId: true, lastVisitOn: true, takeOnOn: true },
        ownerships: { where: { toAt: null }, select: { personId: true } },
      },
    });
    return rows.map(({ id, number, name, unitId, lastVisitOn, takeOnOn, ownerships }) => ({
      ...{ id, number, unitId, borrowerName: name, opens: "nothing" as const },
      personId: ownerships[0]?.personId ?? null,
      on: lastVisitOn ?? takeOnOn,
    }));
  });
};

export function customersOfPerson(ctx: Context, scope: ListScope, asked: AskedTotals): Promise<number> {
  return scope.product === undefined
    ? ctx.db.borrower.count({ where: { ...unitsOf(scope), ...standing(scope, asked) } })
    : Promise.resolve(0);
}

function standing({ personId }: ListScope, { states }: AskedTotals) {
  return { zone: { in: [...(states ?? [])] }, ...(personId === undefined ? {} : { ownerships: keptBy(personId) }) };
}
