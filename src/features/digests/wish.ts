/** How often somebody wants to be told where they stand, in place of what the policy says. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { DigestWishWord } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { line, type View } from "../../platform/view.ts";
import { ownUnit, personScope } from "./scope.ts";

/** For whoever has figures of their own, or of a unit. */
export async function wishDigest(ctx: Context, rhythm: DigestWishWord): Promise<View | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const { personId } = tx.actor;
    const own = (await ownUnit(tx)) === undefined ? await personScope(tx, personId) : undefined;
    if (own !== undefined && isRefusal(own)) {
      return own;
    }
    const before = await tx.db.digestWish.findUnique({ where: { personId } });
    const said = { rhythm, saidAt: tx.now.toJSDate() };
    await tx.db.digestWish.upsert({ where: { personId }, create: { personId, ...said }, update: said });
    await record(tx.db, {
      at: tx.now,
      actorId: personId,
      verb: "digest.wished",
      subject: { kind: "person", id: personId },
      before: { rhythm: before?.rhythm ?? null },
      after: { rhythm },
      policyVersionId: tx.policy.versionId,
    });
    const title = tx.t(`digest.wished.${rhythm}`);
    return { title, pieces: [line(title)] };
  });
}
