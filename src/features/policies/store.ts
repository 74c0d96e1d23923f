/** The queries of this feature. */
import type { Tx } from "../../platform/storage/index.ts";

/** At most one waits for each policy id; the newest of all is shown. */
export async function waitingProposal(db: Tx) {
  return db.policyProposal.findFirst({
    where: { state: "proposed" },
    orderBy: { proposedAt: "desc" },
    include: { signOffs: true },
  });
}
export type Proposal = NonNullable<Awaited<ReturnType<typeof waitingProposal>>>;

export async function findProposal(db: Tx, id: string): Promise<Proposal | null> {
  return db.policyProposal.findFirst({ where: { id, state: "proposed" }, include: { signOffs: true } });
}
