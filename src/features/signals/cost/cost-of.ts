/** What a closed signal has cost to resolve and what was lost, as people state it (R55): its rows, and who may add one. */
import type { SubjectFacts } from "../../../domain/may.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import type { Context } from "../../../platform/context.ts";
import { loadSignal, refusedFor, type SignalCase, signalFor } from "../signal-case.ts";

export type CostRow = Awaited<ReturnType<typeof costsOf>>[number];

/** Latest first: the first one counts. */
export function costsOf({ db }: Pick<Context, "db">, signalId: string) {
  return db.caseCost.findMany({ where: { signalId }, orderBy: { revision: "desc" } });
}

/** The signal, for whoever answers for it, keeps the account, or was to carry out a measure of the customer while it stood. */
export async function caseForCost(ctx: Context, signalId: string): Promise<SignalCase | Refusal> {
  const found = await loadSignal(ctx, signalId);
  if (found === undefined) return signalFor(ctx, "record_case_cost", signalId);
  return (await refusedCost(ctx, found)) ?? found;
}

/** Nothing where the actor may state it. */
export async function refusedCost(ctx: Context, found: SignalCase): Promise<Refusal | undefined> {
  const refused = refusedFor(ctx, "record_case_cost", found);
  if (refused === undefined || found.row.isRestricted) return refused;
  const asOwner: SubjectFacts = { ...found.subject, assigneeId: (await measureOwner(ctx, found)) ?? null };
  return refusedFor(ctx, "record_case_cost", { ...found, subject: asOwner });
}

async function measureOwner({ db, actor }: Context, { row }: SignalCase): Promise<string | undefined> {
  const measure = await db.case.findFirst({
    where: {
      borrowerId: row.borrowerId,
      ownerId: { in: [actor.personId, ...actor.standsInFor] },
      state: { not: "dropped" },
      openedAt: { lte: row.endedAt ?? new Date(8.64e15) },
      OR: [{ closedAt: null }, { closedAt: { gte: row.raisedAt } }],
    },
    select: { ownerId: true },
  });
  return measure?.ownerId;
}
