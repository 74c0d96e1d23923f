/** Keeps what was typed and ticked, so that a closed modal or a restart loses nothing. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { RawAnswers } from "../inspections/index.ts";
import { seenKey } from "./ids.ts";
import { ownOpen } from "./open.ts";

export interface SavedBatch {
  readonly batchId: string;
  readonly answers?: RawAnswers;
  /** By inspection: the hash of what was shown when it was ticked; undefined where the tick was taken back. */
  readonly ticks?: Readonly<Record<string, string | undefined>>;
}

export async function saveBatch(
  ctx: Context,
  { batchId, answers = {}, ticks = {} }: SavedBatch,
): Promise<Refusal | undefined> {
  return inTransaction(ctx, async (tx) => {
    const batch = await ownOpen(tx, batchId);
    if (isRefusal(batch)) {
      return batch;
    }
    const savedAt = tx.now.toJSDate();
    const seen = Object.entries(ticks).map(([id, hash]) => [seenKey(id), hash] as const);
    const kept = [...Object.entries(answers), ...seen].flatMap(([key, raw]) =>
      raw === undefined ? [] : [{ batchId, key, raw: JSON.stringify(raw), savedAt }],
    );
    const keys = [...Object.keys(answers), ...seen.map(([key]) => key)];
    await tx.db.batchAnswer.deleteMany({ where: { batchId, key: { in: keys } } });
    await tx.db.batchAnswer.createMany({ data: kept });
    await tx.db.offSiteBatch.update({ where: { id: batchId }, data: { savedAt } });
    return undefined;
  });
}
