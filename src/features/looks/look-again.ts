/** The facts of some borrowers have changed: the engine is asked to look at them again. */
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";

/**
 * In the transaction of the fact, by whoever wrote it: a few seconds later the engine looks, and raises what it finds. Asking
 * twice is asking once; an import may name as many as it likes.
 */
export async function lookAgain(tx: Context, borrowerIds: readonly string[]): Promise<void> {
  const askedAt = tx.now.toJSDate();
  const ids = [...new Set(borrowerIds)];
  await inTurns(ids, async (some) => {
    const asked = await tx.db.lookAsked.updateManyAndReturn({
      where: { borrowerId: { in: some } },
      data: { askedAt },
      select: { borrowerId: true },
    });
    const known = new Set(asked.map(({ borrowerId }) => borrowerId));
    const data = some.filter((borrowerId) => !known.has(borrowerId)).map((borrowerId) => ({ borrowerId, askedAt }));
    await tx.db.lookAsked.createMany({ data });
    return [];
  });
}
