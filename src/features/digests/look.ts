/** Whether somebody wants a picture in place of Slack's own charts and tables. */
import { DIGEST_LOOKS, type DigestLookWord } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { line, type View } from "../../platform/view.ts";

export async function lookOf({ db, actor }: Context): Promise<DigestLookWord> {
  const row = await db.digestLook.findUnique({ where: { personId: actor.personId }, select: { look: true } });
  return row === null ? "charts" : oneOf(DIGEST_LOOKS, row.look);
}

/** One's own setting; whoever may ask for a digest may say how it is to look. */
export async function chooseLook(ctx: Context, look: DigestLookWord): Promise<View> {
  return inTransaction(ctx, async (tx) => {
    const { personId } = tx.actor;
    const before = await lookOf(tx);
    const said = { look, saidAt: tx.now.toJSDate() };
    await tx.db.digestLook.upsert({ where: { personId }, create: { personId, ...said }, update: said });
    await record(tx.db, {
      at: tx.now,
      actorId: personId,
      verb: "digest.look_chosen",
      subject: { kind: "person", id: personId },
      before: { look: before },
      after: { look },
      policyVersionId: tx.policy.versionId,
    });
    const title = tx.t(`digest.look.${look}`);
    return { title, pieces: [line(title)] };
  });
}
