/** The queries of this feature. */
import type { Tx } from "../../platform/storage/index.ts";

export async function findBatch(db: Tx, id: string) {
  return db.offSiteBatch.findUnique({ where: { id }, include: { answers: true } });
}
export type BatchRecord = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

export async function findOpenBatch(db: Tx, personId: string) {
  return db.offSiteBatch.findFirst({ where: { personId, submittedAt: null }, include: { answers: true } });
}
