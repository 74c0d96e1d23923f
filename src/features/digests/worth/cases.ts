/**
 * Cases that ended in a period, with what people stated of them; and signals that keepers saw themselves. Restricted ones are none, for
 * nobody. Reads the few rows that are stated, or that a person raised, by the period's own index, never the signals of the book.
 */
import type { Period } from "../../../domain/digest/period.ts";
import type { Context } from "../../../platform/context.ts";
import { keeperAt } from "../../people/index.ts";
import { type ListScope, listScopeOf } from "../lists/list-scope.ts";
import type { DigestScope } from "../scope.ts";

export type StatedCase = Awaited<ReturnType<typeof statedCases>>[number];

/** The latest statement of each, earliest end first; one of which the latest says nothing any more is none. */
export async function statedCases(ctx: Context, scope: DigestScope, { from, to }: Period) {
  const inScope = isIn(await listScopeOf(ctx, scope));
  const { currency } = ctx.policy.policy.exposure_bands;
  const rows = await ctx.db.caseCost.findMany({
    where: { endedOn: { gte: from, lte: to }, currency, signal: { isRestricted: false } },
    orderBy: [{ endedOn: "asc" }, { signalId: "asc" }, { revision: "desc" }],
    include: { signal: { select: { unitId: true } } },
  });
  return rows
    .filter(({ signalId }, at) => rows[at - 1]?.signalId !== signalId)
    .filter(({ costMinor, lossMinor }) => costMinor !== null || lossMinor !== null)
    .filter(({ signal }) => inScope(signal.unitId));
}

/** Raised in the period by whoever kept the account then: seen before the engine or anybody else did, as a score counts it. */
export async function foundByKeepers(ctx: Context, scope: DigestScope, { from, to }: Period): Promise<string[]> {
  const inScope = isIn(await listScopeOf(ctx, scope));
  const rows = await ctx.db.signal.findMany({
    where: {
      raisedOn: { gte: from, lte: to },
      raisedById: { not: null },
      isRestricted: false,
      path: { not: "quiet" },
      named: { none: {} },
    },
    orderBy: [{ raisedOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      unitId: true,
      raisedAt: true,
      raisedById: true,
      borrower: { select: { ownerships: { select: { personId: true, fromAt: true, toAt: true } } } },
    },
  });
  return rows
    .filter(({ unitId }) => inScope(unitId))
    .filter(({ borrower, raisedAt, raisedById }) => keeperAt(borrower.ownerships, raisedAt) === raisedById)
    .map(({ id }) => id);
}

function isIn({ units }: ListScope): (unitId: string) => boolean {
  const known = units === undefined ? undefined : new Set(units);
  return (unitId) => known?.has(unitId) ?? true;
}
