/** The facts of some borrowers have changed: the engine is asked to look at them again. */
import { bulkIn, type Context } from "../../platform/context.ts";
import { bulkUpsert, momentText } from "../../platform/storage/index.ts";

const LOOK_ASKED = { borrowerId: "text", askedAt: "moment" } as const;

/**
 * In the transaction of the fact, by whoever wrote it: a few seconds later the engine looks, and raises what it finds. Asking
 * twice is asking once; an import may name as many as it likes.
 */
export async function lookAgain(tx: Context, borrowerIds: readonly string[]): Promise<void> {
  const askedAt = momentText(tx.now.toJSDate());
  const rows = [...new Set(borrowerIds)].sort().map((borrowerId) => ({ borrowerId, askedAt }));
  await bulkUpsert(bulkIn(tx), "LookAsked", LOOK_ASKED, "borrowerId", rows);
}
