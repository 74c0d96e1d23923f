/** Takes a file off a draft; our copy stays, marked removed. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { removeFile } from "../evidence/index.ts";
import { loadSheet } from "./check-sheet.ts";
import { subjectOf } from "./store.ts";
import { attachedByKey } from "./take-step.ts";

export async function dropFile(ctx: Context, draftId: string, evidenceId: string): Promise<Refusal | undefined> {
  return inTransaction(ctx, async (tx) => {
    const sheet = await loadSheet(tx, draftId);
    const file = await tx.db.evidence.findFirst({ where: { id: evidenceId, draftId } });
    if (sheet === undefined || file === null) {
      return refuse("not_found", { number: "" });
    }
    const refused = await removeFile(tx, await subjectOf(tx.db, sheet.inspection), evidenceId);
    if (refused !== undefined) {
      return refused;
    }
    const left = await attachedByKey(tx, draftId, [file.answerKey]);
    await tx.db.draftAnswer.updateMany({
      where: { draftId, key: file.answerKey },
      data: { raw: JSON.stringify(left[file.answerKey] ?? []), savedAt: tx.now.toJSDate() },
    });
    return undefined;
  });
}
