/** Keeps what Slack told us of a form, as it was typed, so that a closed modal or a restart loses nothing. */

import { HEAD_ANSWERS } from "../../domain/check/answer-key.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { VISIT_MODES } from "../../domain/vocabulary.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { RawAnswers } from "./fields.ts";
import { findDraftToSave, subjectOf } from "./store.ts";

export interface SavedInput {
  readonly draftId: string;
  readonly answers: RawAnswers;
  /** The step that is shown now, where it changed. */
  readonly step?: number;
}

export async function saveAnswers(ctx: Context, input: SavedInput): Promise<{ savedAt: Date } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const draft = await findDraftToSave(tx.db, input.draftId);
    if (draft === null) {
      return refuse("not_found", { number: "" });
    }
    const { inspection } = draft;
    const refused = authorize(tx, "save_draft", await subjectOf(tx.db, inspection));
    if (refused !== undefined) {
      return refused;
    }
    if (draft.closedAt !== null) {
      return refuse("draft.closed", { number: inspection.number });
    }
    await writeAnswers(tx, input);
    return { savedAt: tx.now.toJSDate() };
  });
}

async function writeAnswers(tx: Context, { draftId, answers, step }: SavedInput): Promise<void> {
  const savedAt = tx.now.toJSDate();
  // Two statements, however many answers a step has.
  await tx.db.draftAnswer.deleteMany({ where: { draftId, key: { in: Object.keys(answers) } } });
  await tx.db.draftAnswer.createMany({
    data: Object.entries(answers).map(([key, raw]) => ({ draftId, key, raw: JSON.stringify(raw), savedAt })),
  });
  const mode = VISIT_MODES.find((one) => one === answers[HEAD_ANSWERS.visitMode]);
  await tx.db.draft.update({
    where: { id: draftId },
    data: { savedAt, version: { increment: 1 }, ...(mode ? { mode } : {}), ...(step === undefined ? {} : { step }) },
  });
}
