/** Files of a check: noted at once, stored by ./keep-pending.ts, removed only in name. */

import type { SubjectFacts } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { filesOfForm, giveToForm } from "./kept-files.ts";

export interface NewFiles {
  readonly inspectionId: string;
  readonly draftId: string;
  readonly answerKey: string;
  readonly slackFileIds: readonly string[];
  /** What they are called, by Slack's file id; else the id stands for it until the file is stored. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A file named twice is noted once. Joins the caller's transaction. */
export async function attachFiles(tx: Context, subject: SubjectFacts, files: NewFiles): Promise<Refusal | undefined> {
  const refused = authorize(tx, "attach_evidence", subject);
  if (refused !== undefined) {
    return refused;
  }
  const { slackFileIds, names = {}, ...where } = files;
  const known = await tx.db.evidence.findMany({
    where: { draftId: files.draftId, removedAt: null, state: { not: "failed" } },
  });
  const fresh = [...new Set(slackFileIds)].filter((id) => known.every(({ slackFileId }) => slackFileId !== id));
  await tx.db.evidence.createMany({
    data: fresh.map((slackFileId) => ({ ...where, ...newRow(tx, slackFileId, names[slackFileId]) })),
  });
  return undefined;
}

export async function removeFile(tx: Context, subject: SubjectFacts, evidenceId: string): Promise<Refusal | undefined> {
  const refused = authorize(tx, "attach_evidence", subject);
  if (refused !== undefined) {
    return refused;
  }
  const removed = await tx.db.evidence.updateMany({
    where: { id: evidenceId, removedAt: null },
    data: { removedAt: tx.now.toJSDate() },
  });
  return removed.count === 0 ? refuse("not_found", { number: "" }) : undefined;
}

export async function filesOfDraft(ctx: Context, draftId: string) {
  return ctx.db.evidence.findMany({ where: { draftId, removedAt: null }, orderBy: { id: "asc" } });
}

const ATTEMPT = "visit_attempt";
/** The answer key of a signed confirmation sheet: it belongs to no draft. */
export const CONFIRMATION_FILE = "borrower_confirmation";

/** The proof of a visit that could not be made: it belongs to no check. Answers its id; nothing where there is no file. */
export async function attachAttemptFile(
  tx: Context,
  subject: SubjectFacts,
  inspectionId: string,
  given: GivenFiles,
): Promise<string | undefined | Refusal> {
  if ((await countGiven(tx, inspectionId, given)) === 0) {
    return undefined;
  }
  const refused = authorize(tx, "attach_evidence", subject);
  return refused ?? (await giveFiles(tx, { inspectionId, answerKey: ATTEMPT }, given)).at(0);
}

/** The signed sheet. The same upload named again is the same file. */
export async function attachConfirmationFile(
  tx: Context,
  subject: SubjectFacts,
  inspectionId: string,
  slackFileId: string,
): Promise<string | Refusal> {
  const where = { inspectionId, answerKey: CONFIRMATION_FILE, slackFileId, removedAt: null };
  const known = await tx.db.evidence.findFirst({ where: { ...where, state: { not: "failed" } } });
  if (known !== null) {
    return known.id;
  }
  const refused = authorize(tx, "attach_evidence", subject);
  const given = { slackFileIds: [slackFileId] };
  const attached = refused ?? (await giveFiles(tx, { inspectionId, answerKey: CONFIRMATION_FILE }, given));
  return isRefusal(attached) ? attached : (attached[0] ?? refuse("confirmation.file_needed", {}, "file"));
}

/** What a form brings: uploads through Slack, or what waits for it since it came by a page of ours. */
export interface GivenFiles {
  readonly slackFileIds: readonly string[];
  readonly formId?: string | undefined;
}

export async function countGiven(ctx: Context, inspectionId: string, given: GivenFiles): Promise<number> {
  const { slackFileIds, formId } = given;
  return formId === undefined ? slackFileIds.length : (await filesOfForm(ctx, { inspectionId, formId })).length;
}

/** Files that prove something else than a check. Whoever calls has asked whether the person may. Answers their ids. */
export async function giveFiles(
  tx: Context,
  where: { readonly inspectionId: string; readonly answerKey: string },
  { slackFileIds, formId }: GivenFiles,
): Promise<string[]> {
  if (formId !== undefined) {
    return giveToForm(tx, { inspectionId: where.inspectionId, formId }, where.answerKey);
  }
  const rows = [...new Set(slackFileIds)].map((slackFileId) => ({ id: newId(), ...where, ...newRow(tx, slackFileId) }));
  await tx.db.evidence.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

function newRow(tx: Context, slackFileId: string, name = slackFileId) {
  return {
    slackFileId,
    name,
    mimetype: "application/octet-stream",
    uploadedById: tx.actor.personId,
    uploadedAt: tx.now.toJSDate(),
    state: "pending",
  };
}
