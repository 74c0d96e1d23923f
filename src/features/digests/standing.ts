/** How the book stands by zone and tier: of a unit sums of buckets, of a person the accounts they keep, which are few. */
import { type Standing, type StandingLoans, standingOf } from "../../domain/digest/standing.ts";
import { CUSTOMER_STANDING, LOAN_STANDING } from "../../domain/totals/index.ts";
import { PURSUED_LOAN_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { keptBy, listScopeOf, unitsOf } from "./lists/list-scope.ts";
import type { DigestScope } from "./scope.ts";

export async function standingFor(ctx: Context, scope: DigestScope): Promise<Standing> {
  const { customers, loans } = scope.ref.kind === "unit" ? await ofUnit(ctx, scope) : await ofPerson(ctx, scope);
  return standingOf(ctx.policy.policy, loans, customers);
}

interface Counted {
  readonly customers: ReadonlyMap<string, number>;
  readonly loans: readonly StandingLoans[];
}

async function ofUnit(ctx: Context, { ref: { id, product } }: DigestScope): Promise<Counted> {
  const rows = await ctx.db.unitTotal.groupBy({
    by: ["kind", "state"],
    where: {
      unitId: id,
      kind: { in: [CUSTOMER_STANDING, LOAN_STANDING] },
      ...(product === undefined ? {} : { product }),
    },
    _sum: { amount: true, moneyMinor: true },
  });
  return {
    customers: new Map(
      rows.flatMap(({ kind, state, _sum }) => (kind === CUSTOMER_STANDING ? [[state, _sum.amount ?? 0] as const] : [])),
    ),
    loans: rows.flatMap(({ kind, state, _sum }) => {
      const [zone = "", tier = "", currency = ""] = state.split(":");
      const drawnMinor = _sum.moneyMinor ?? 0n;
      return kind === LOAN_STANDING ? [{ zone, tier, currency, loans: _sum.amount ?? 0, drawnMinor }] : [];
    }),
  };
}

async function ofPerson(ctx: Context, scope: DigestScope): Promise<Counted> {
  const listScope = await listScopeOf(ctx, scope);
  const { product } = listScope;
  const kept = { ...unitsOf(listScope), zone: { not: null }, ownerships: keptBy(listScope.personId ?? null) };
  const zones = product === undefined ? await ctx.db.borrower.groupBy({ by: ["zone"], where: kept, _count: true }) : [];
  const loans = await ctx.db.loan.findMany({
    where: {
      borrower: kept,
      state: { in: [...PURSUED_LOAN_STATES] },
      ...(product === undefined ? {} : { product }),
    },
    select: { state: true, tier: true, currency: true, drawnMinor: true, borrower: { select: { zone: true } } },
  });
  return {
    customers: new Map(zones.map(({ zone, _count }) => [zone ?? "", _count])),
    loans: loans.map(({ state, tier, borrower, ...money }) => ({
      ...{ ...money, zone: borrower.zone ?? "", loans: 1 },
      tier: state === "written_off" ? "loss" : tier,
    })),
  };
}
