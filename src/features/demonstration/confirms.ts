/** The demonstration's borrowers sign: the sheet is made, and comes back the same day. */
import type { ConfirmationAnswer } from "../../domain/confirmation/index.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import { newId } from "../../platform/ids.ts";
import { drawSheet, makeSheet, takeAnswer } from "../confirmation/index.ts";
import { CONFIRMATION_FILE } from "../evidence/index.ts";

/** Nothing where the check needs no confirmation. Nobody scans here: the sheet itself stands for the signed one. */
export async function borrowerConfirms(
  ctx: Context,
  store: EvidenceStore,
  inspectionId: string,
  signedOn: IsoDate,
): Promise<void> {
  const sheet = await makeSheet(ctx, inspectionId);
  if (isRefusal(sheet)) {
    return;
  }
  const borrower = { inspections: { some: { id: inspectionId } } };
  const signer = await ctx.db.authorisedSigner.findFirst({ where: { borrower }, orderBy: { id: "asc" } });
  const bytes = await drawSheet(sheet);
  const file = {
    id: newId(),
    inspectionId,
    answerKey: CONFIRMATION_FILE,
    name: `${sheet.number}.pdf`,
    mimetype: "application/pdf",
    sizeBytes: bytes.length,
    sha256: await store.put(bytes),
    uploadedById: ctx.actor.personId,
    uploadedAt: ctx.now.toJSDate(),
    state: "stored",
  };
  await inTransaction(ctx, async (tx) => {
    await tx.db.evidence.create({ data: file });
    await record(tx.db, {
      at: file.uploadedAt,
      actorId: tx.actor.personId,
      verb: "confirmation.file_given",
      subject: { kind: "inspection", id: inspectionId },
      after: { evidenceId: file.id, sha256: file.sha256 },
    });
  });
  const answer: ConfirmationAnswer = "confirmed";
  const taken = await takeAnswer(
    ctx,
    { inspectionId, number: sheet.number, answer, signedOn, signerId: signer?.id, note: "" },
    { evidenceId: file.id, sha256: file.sha256 },
  );
  if (isRefusal(taken)) {
    ctx.parts.log.warn({ inspectionId, refused: taken.refused }, "a demonstration borrower did not confirm");
  }
}
