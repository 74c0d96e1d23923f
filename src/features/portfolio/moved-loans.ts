/** Loans whose tier or state a file moved, with how they stood before: a customer may have crossed between departments by it. */

import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { momentText } from "../../platform/storage/index.ts";
import type { FactChangeRow } from "./bulk/tables.ts";

/** As a file or the record says it; nothing of a loan that was not known. */
export interface StoodBefore {
  readonly tier: string;
  readonly state: string;
}

export interface MovedLoan {
  readonly loanId: string;
  readonly borrowerId: string;
  readonly before: StoodBefore | undefined;
}

/** By customer, by loan. */
export type MovedCustomers = ReadonlyMap<string, ReadonlyMap<string, StoodBefore | undefined>>;

/** What one run moved. It is in memory: a file moves few of its loans. */
export class MovedLoans {
  readonly #loans = new Map<string, MovedLoan>();

  /** Call it once a batch is stored. The first that is said of a loan is how it stood. */
  add(moved: readonly MovedLoan[]): void {
    for (const one of moved) if (!this.#loans.has(one.loanId)) this.#loans.set(one.loanId, one);
  }

  /** Without customers whom this run brought: where they stand is how they were taken on. `startedAt`: the run's own moment. */
  async ofKnownCustomers(ctx: Context, startedAt: string): Promise<MovedCustomers> {
    const all = [...this.#loans.values()];
    const fresh = all.filter(({ before }) => before === undefined).map(({ borrowerId }) => borrowerId);
    const customers = await byId(fresh, (some) =>
      ctx.db.borrower.findMany({ where: { id: { in: some } }, select: { id: true, createdAt: true } }),
    );
    const isNew = (id: string) => {
      const createdAt = customers.get(id)?.createdAt;
      return createdAt !== undefined && momentText(createdAt) >= startedAt;
    };
    const moved = new Map<string, Map<string, StoodBefore | undefined>>();
    for (const { borrowerId, loanId, before } of all) {
      if (isNew(borrowerId)) continue;
      moved.set(borrowerId, (moved.get(borrowerId) ?? new Map()).set(loanId, before));
    }
    return moved;
  }
}

/** What runs that died after the last one that ended had moved and never followed: their loans are unchanged in the next file. */
export async function movedByDeadRuns(ctx: Context): Promise<MovedLoan[]> {
  const { db } = ctx;
  const ended = await db.importRun.findFirst({
    where: { kind: "portfolio", finishedAt: { not: null } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const dead = await db.importRun.findMany({
    where: { kind: "portfolio", finishedAt: null, ...(ended === null ? {} : { id: { gt: ended.id } }) },
    select: { id: true },
  });
  if (dead.length === 0) return [];
  const changes = await db.factChange.findMany({
    where: { subjectKind: "loan", field: { in: ["tier", "state"] }, runId: { in: dead.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { subjectId: true, field: true, before: true },
  });
  const loans = await byId(
    changes.map(({ subjectId }) => subjectId),
    (some) =>
      db.loan.findMany({
        where: { id: { in: some } },
        select: { id: true, borrowerId: true, tier: true, state: true },
      }),
  );
  return [...loans.values()].map(({ id, borrowerId, tier, state }) => {
    const first = (field: string) => changes.find((one) => one.subjectId === id && one.field === field)?.before;
    return { loanId: id, borrowerId, before: { tier: first("tier") ?? tier, state: first("state") ?? state } };
  });
}

interface Told {
  readonly loanId: string;
  readonly borrowerId: string;
  readonly before: Readonly<Record<string, string | null>>;
}

/** Nothing where neither the tier nor the state of a known loan changed. */
export function movedLoan({ loanId, borrowerId, before }: Told, changes: readonly FactChangeRow[]): MovedLoan[] {
  const isMoved = changes.some(({ field }) => field === "tier" || field === "state");
  const { tier, state } = before;
  return isMoved && tier != null && state != null ? [{ loanId, borrowerId, before: { tier, state } }] : [];
}
