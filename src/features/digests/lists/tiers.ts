/** Loans whose tier was changed by three hands, by the date of the last. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import { RISK_TIERS } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { daysOf, type Lister, type ListScope, overUnits } from "./list-scope.ts";

export const tiers: Lister = (ctx, scope, asked, take) =>
  overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.tierProposal.findMany({
      where: { ...inUnits, ...moved(scope, asked) },
      orderBy: [{ approvedOn: "asc" }, { id: "asc" }],
      take,
      select: {
        ...{ id: true, unitId: true, fromTier: true, tier: true, approvedOn: true },
        loan: {
          select: {
            number: true,
            borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
          },
        },
      },
    });
    return rows.map(({ id, unitId, fromTier, tier, approvedOn, loan: { number, borrower } }) => ({
      ...{ id, number, unitId, borrowerName: borrower.name, on: approvedOn ?? "", opens: "nothing" as const },
      personId: borrower.ownerships[0]?.personId ?? null,
      said: [fromTier, tier].map((one) => ctx.t(`tier.${oneOf(RISK_TIERS, one)}`)).join(" → "),
    }));
  });

/** Of a person: of the accounts they keep. */
export function tiersOfPerson(ctx: Context, scope: ListScope, asked: AskedTotals): Promise<number> {
  const inUnits = scope.units === undefined ? {} : { unitId: { in: [...scope.units] } };
  return ctx.db.tierProposal.count({ where: { ...inUnits, ...moved(scope, asked) } });
}

function moved({ personId, product }: ListScope, asked: AskedTotals) {
  const pairs = asked.states.map((move) => {
    const [fromTier = "", tier = ""] = move.split(":");
    return { fromTier, tier };
  });
  const kept = personId === null ? { none: { toAt: null } } : { some: { personId: personId ?? "", toAt: null } };
  return {
    state: "approved",
    approvedOn: daysOf(asked),
    ...(product === undefined ? {} : { product }),
    ...(personId === undefined ? {} : { loan: { borrower: { ownerships: kept } } }),
    OR: pairs,
  };
}
