/** The work changes hands: the inspection's assignee, or the account with all that its keeper had open. */
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { passSignalsOn } from "../passed-signals/index.ts";
import { movePlans } from "./move-plans.ts";
import { openWith, WITH_THE_OFFICER } from "./subjects.ts";
import { drawAgain } from "./tell.ts";

export interface Moved {
  readonly borrowerId: string;
  readonly inspectionId: string | null;
  readonly fromPersonId: string | null;
  readonly toPersonId: string;
}

/** Whether it was still there to be given. Drafts stay with their inspection. */
export function moveTo(tx: Context, row: Moved): Promise<boolean> {
  return row.inspectionId === null ? moveAccount(tx, row) : moveInspection(tx, row, row.inspectionId);
}

async function moveInspection(tx: Context, row: Moved, inspectionId: string): Promise<boolean> {
  const { count } = await tx.db.inspection.updateMany({
    where: { id: inspectionId, assigneeId: row.fromPersonId, ...WITH_THE_OFFICER },
    data: { assigneeId: row.toPersonId, version: { increment: 1 } },
  });
  return count === 1;
}

/** Who kept it until when stays on the record: four eyes ask who kept it then. */
async function moveAccount(tx: Context, { borrowerId, fromPersonId, toPersonId }: Moved): Promise<boolean> {
  const now = tx.now.toJSDate();
  const live = await tx.db.ownership.findFirst({ where: { borrowerId, toAt: null } });
  if ((live?.personId ?? null) !== fromPersonId) {
    return false;
  }
  if (live !== null) {
    await tx.db.ownership.update({ where: { id: live.id }, data: { toAt: now } });
  }
  await tx.db.ownership.create({ data: { id: newId(), borrowerId, personId: toPersonId, fromAt: now } });
  const open = await tx.db.inspection.findMany({ where: openWith(borrowerId, fromPersonId), select: { id: true } });
  await tx.db.inspection.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { assigneeId: toPersonId, version: { increment: 1 } },
  });
  const moved = { borrowerIds: [borrowerId], from: fromPersonId, to: toPersonId };
  await passSignalsOn(tx, moved);
  await movePlans(tx, moved);
  await drawAgain(
    tx,
    borrowerId,
    open.map(({ id }) => ({ inspectionId: id })),
  );
  return true;
}
