/** A file that proves one visit and was used for another: by content, whatever its name (R22, R24). */
import { keyParts } from "../../domain/check/answer-key.ts";
import type { FieldError } from "../../domain/check/types.ts";
import { isRefusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { CONFIRMATION_FILE, filesOfDraft } from "../evidence/index.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { findInspection, subjectOf } from "./store.ts";

/**
 * Licences and deeds may return; the policy says which kinds may not (`gate.single_use_files`): photos, and the statements of a
 * section. A sheet that a borrower signed is of one check too, whatever else it is handed in as.
 */
export async function reusedFiles(ctx: Context, sheet: CheckSheet): Promise<FieldError[]> {
  const singleUse = sheet.policy.policy.gate.single_use_files;
  const files = (await filesOfDraft(ctx, sheet.draft.id)).filter(
    ({ answerKey, sha256 }) => sha256 !== null && singleUse.includes(keyParts(answerKey).itemKey),
  );
  const earlier = await ctx.db.evidence.findMany({
    where: {
      sha256: { in: files.flatMap(({ sha256 }) => sha256 ?? []) },
      OR: [{ reportId: { not: null } }, { answerKey: CONFIRMATION_FILE }],
      removedAt: null,
      NOT: { inspectionId: sheet.inspection.id },
    },
    orderBy: { uploadedAt: "asc" },
  });
  const found = files.flatMap((file) => {
    const before = earlier.find(({ sha256, answerKey }) => sha256 === file.sha256 && isSingleUse(answerKey, singleUse));
    return before === undefined ? [] : [{ file, before }];
  });
  return Promise.all(found.map(async ({ file, before }) => errorAt(sheet, file, await numberFor(ctx, before))));
}

const isSingleUse = (answerKey: string, kinds: readonly string[]) =>
  answerKey === CONFIRMATION_FILE || kinds.includes(keyParts(answerKey).itemKey);

function errorAt(
  { form }: CheckSheet,
  { answerKey, name }: { readonly answerKey: string; readonly name: string },
  number: string | undefined,
): FieldError {
  const refusal =
    number === undefined
      ? refuse("files.used_elsewhere", { name }, answerKey)
      : refuse("files.used_before", { name, number }, answerKey);
  const step = form.steps.find(({ items }) => items.some((item) => item.answerKey === answerKey));
  return { stepId: step?.id ?? "", answerKey, refusal };
}

/** Where it was used is told only to those who may read it there. */
async function numberFor(
  ctx: Context,
  { inspectionId }: { readonly inspectionId: string },
): Promise<string | undefined> {
  const inspection = await findInspection(ctx.db, inspectionId);
  if (inspection === null) return;
  const refused = authorize(ctx, "see_report", await subjectOf(ctx.db, inspection));
  return isRefusal(refused) ? undefined : inspection.number;
}
