/** When a customer's file has to be made whole (R122): one day a customer, the earliest of what is missing or grows stale. */
import { customerFile, fileDueOn } from "../../domain/customer-file/index.ts";
import { isoDate } from "../../domain/dates.ts";
import { daysBefore } from "../../domain/key-dates/index.ts";
import type { Context } from "../../platform/context.ts";
import { PARAMETERS_AT_ONCE } from "../../platform/in-turns.ts";
import { filesOf } from "../customer-files/index.ts";
import { borrowersOf } from "./borrowers.ts";
import type { FoundDate } from "./found.ts";

/** Of customers with a loan of the time from which documents are asked for, and those of whom something was filed. */
export async function datesInFiles(ctx: Context): Promise<FoundDate[]> {
  const { policy } = ctx.policy;
  const before = daysBefore(policy, "document");
  if (before.length === 0) return [];
  const found: FoundDate[] = [];
  for (let after = ""; ; ) {
    const some = await nextCustomers(ctx, after);
    const last = some.at(-1);
    if (last === undefined) return found;
    const [files, kept] = [await filesOf(ctx, some), await borrowersOf(ctx, some)];
    for (const [borrowerId, { facts, number, unitId, today }] of files) {
      const dueOn = fileDueOn(customerFile(policy, facts, today));
      const owed = kept.get(borrowerId);
      if (dueOn === undefined || owed === undefined) continue;
      found.push({
        ...{ kind: "document", borrowerId, unitId, subjectKind: "borrower", subjectId: borrowerId, reference: number },
        ...{ dueOn, asOf: isoDate(ctx.now.toISODate()), before, amount: owed.drawn, tier: owed.tier, today },
      });
    }
    after = last;
  }
}

async function nextCustomers({ db, policy }: Context, after: string): Promise<string[]> {
  const { asked_from } = policy.policy.documents.customer_file;
  const rows = await db.borrower.findMany({
    where: {
      id: { gt: after },
      OR: [
        { loans: { some: { state: "live", disbursedOn: { gte: asked_from } } } },
        { documents: { some: { takenOutAt: null } } },
      ],
    },
    orderBy: { id: "asc" },
    take: PARAMETERS_AT_ONCE,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
