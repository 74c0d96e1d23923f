/** What goes with accounts that change hands without anybody being asked: what is open of them, and what was offered of it. */
import { WAITING_HANDOVER_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { openWith } from "./subjects.ts";
import { drawAgain } from "./tell.ts";

export interface MovedInspection {
  readonly id: string;
  readonly number: string;
  readonly borrowerId: string;
  readonly state: string;
  readonly dueOn: string;
  readonly returnedDueOn: string | null;
  readonly borrower: { readonly unit: { readonly timeZone: string } };
}

const MOVED_FIELDS = {
  id: true,
  number: true,
  borrowerId: true,
  state: true,
  dueOn: true,
  returnedDueOn: true,
  borrower: { select: { unit: { select: { timeZone: true } } } },
} as const;

/** Drafts and files stay with their inspection, and so do its dates. What `from` had offered waits on, offered by `to` now. */
export async function moveOpenWork(
  tx: Context,
  borrowerIds: readonly string[],
  from: string,
  to: string,
): Promise<MovedInspection[]> {
  const moved = await inTurns([...new Set(borrowerIds)], async (some) => {
    const open = openWith({ in: some }, from);
    const found = await tx.db.inspection.findMany({ where: open, select: MOVED_FIELDS });
    await tx.db.inspection.updateMany({ where: open, data: { assigneeId: to, version: { increment: 1 } } });
    await tx.db.handover.updateMany({
      where: { borrowerId: { in: some }, fromPersonId: from, state: { in: [...WAITING_HANDOVER_STATES] } },
      data: { fromPersonId: to, version: { increment: 1 } },
    });
    return found;
  });
  await drawAgain(
    tx,
    "",
    moved.map(({ id }) => ({ inspectionId: id })),
  );
  return moved;
}
