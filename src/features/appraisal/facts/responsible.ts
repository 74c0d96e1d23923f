/** Whose it was at a moment: an account's keeper then, an inspection's hand then (R75). Nobody is charged with what was another's. */
import { type Kept, keeperAt } from "../../people/index.ts";
import type { Month } from "./month.ts";

export { keeperAt };

/** Accounts that the person kept at some time of these days. */
export function keptBy(personId: string, since: Date, { ends }: Month) {
  return { some: { personId, fromAt: { lt: ends }, OR: [{ toAt: null }, { toAt: { gte: since } }] } };
}

export const WHOSE_INSPECTION = {
  assigneeId: true,
  borrower: { select: { ownerships: { select: { personId: true, fromAt: true, toAt: true } } } },
  handovers: {
    where: { state: "accepted", answeredAt: { not: null } },
    orderBy: { answeredAt: "asc" },
    select: { fromPersonId: true, answeredAt: true },
  },
} as const;

interface HandedOn {
  readonly assigneeId: string | null;
  readonly borrower: { readonly ownerships: readonly Kept[] };
  readonly handovers: readonly { readonly fromPersonId: string | null; readonly answeredAt: Date | null }[];
}

/** Who had the inspection in hand: before it was handed over singly whoever gave it, else with its account, else as it stands. */
export function handAt({ assigneeId, borrower, handovers }: HandedOn, at: Date): string | null {
  const next = handovers.find(({ answeredAt }) => answeredAt !== null && answeredAt > at);
  if (next !== undefined) return next.fromPersonId;
  const now = borrower.ownerships.find(({ toAt }) => toAt === null)?.personId;
  return handovers.length === 0 && assigneeId === now ? (keeperAt(borrower.ownerships, at) ?? assigneeId) : assigneeId;
}
