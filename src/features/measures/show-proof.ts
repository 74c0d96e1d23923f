/** Lets a reader of a measure look at the evidence of its result: our own copy, sent to them alone. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import type { Keeper } from "../evidence/index.ts";
import { measureFor } from "./measure-case.ts";

/** Who looked at which file is recorded before the file leaves. */
export async function showProof(
  ctx: Context,
  shelf: Keeper,
  evidenceId: string,
  slackUserId: string,
): Promise<{ name: string } | Refusal> {
  const file = await ctx.db.evidence.findUnique({ where: { id: evidenceId } });
  const measureId = /^measure:(?<id>.+)$/u.exec(file?.answerKey ?? "")?.groups?.id;
  if (file?.sha256 == null || measureId === undefined) {
    return refuse("file.not_here");
  }
  const found = await measureFor(ctx, "see_measure", measureId);
  if (isRefusal(found)) {
    return found;
  }
  const bytes = await shelf.store.get(file.sha256);
  await inTransaction(ctx, async (tx) => {
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "evidence.shown",
      subject: { kind: "inspection", id: file.inspectionId },
      after: { evidenceId: file.id, sha256: file.sha256 },
    });
  });
  const comment = ctx.t("review.file_comment", { number: found.number });
  await shareFile(shelf.client, slackUserId, { name: file.name, bytes, comment });
  return { name: file.name };
}
