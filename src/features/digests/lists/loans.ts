/** Loans that are pursued, by the tier that they have now: a written-off one counts as loss. */
import { PURSUED_LOAN_STATES, RISK_TIERS } from "../../../domain/vocabulary.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { keptBy, type Lister, overUnits } from "./list-scope.ts";

export const loans: Lister = (ctx, { personId, product, ...scope }, { states = [] }, take) =>
  overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.loan.findMany({
      where: {
        state: { in: [...PURSUED_LOAN_STATES] },
        OR: [{ tier: { in: [...states] } }, ...(states.includes("loss") ? [{ state: "written_off" }] : [])],
        ...(product === undefined ? {} : { product }),
        borrower: {
          ...inUnits,
          zone: { not: null },
          ...(personId === undefined ? {} : { ownerships: keptBy(personId) }),
        },
      },
      orderBy: [{ maturesOn: "asc" }, { id: "asc" }],
      take,
      select: {
        ...{ id: true, number: true, state: true, tier: true, maturesOn: true, asOf: true, borrowerId: true },
        borrower: {
          select: { name: true, unitId: true, ownerships: { where: { toAt: null }, select: { personId: true } } },
        },
      },
    });
    return rows.map(
      ({ id, number, state, tier, maturesOn, asOf, borrowerId, borrower: { name, unitId, ownerships } }) => ({
        ...{
          id,
          number,
          unitId,
          customerId: borrowerId,
          borrowerName: name,
          on: maturesOn ?? asOf,
          opens: "nothing" as const,
        },
        personId: ownerships[0]?.personId ?? null,
        said: ctx.t(`tier.${state === "written_off" ? "loss" : oneOf(RISK_TIERS, tier)}`),
      }),
    );
  });
