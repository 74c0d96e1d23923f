/** Files of a check: noted at once, stored by ./keep-pending.ts, removed only in name. */

import type { SubjectFacts } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";

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
export function attachAttemptFile(
  tx: Context,
  subject: SubjectFacts,
  inspectionId: string,
  slackFileId: string | undefined,
): Promise<string | undefined | Refusal> {
  return attachBeside(tx, subject, { inspectionId, answerKey: ATTEMPT, slackFileId });
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
  return known?.id ?? (await attachBeside(tx, subject, where)) ?? refuse("confirmation.file_needed", {}, "file");
}

async function attachBeside(
  tx: Context,
  subject: SubjectFacts,
  file: { readonly inspectionId: string; readonly answerKey: string; readonly slackFileId: string | undefined },
): Promise<string | undefined | Refusal> {
  const { inspectionId, answerKey, slackFileId } = file;
  if (slackFileId === undefined) {
    return undefined;
  }
  const refused = authorize(tx, "attach_evidence", subject);
  if (refused !== undefined) {
    return refused;
  }
  const id = newId();
  await tx.db.evidence.create({ data: { id, ...newRow(tx, slackFileId), inspectionId, answerKey } });
  return id;
}

/** Files that prove something else than a check. Whoever calls has asked whether the person may. */
export async function noteFiles(
  tx: Context,
  where: { readonly inspectionId: string; readonly answerKey: string },
  slackFileIds: readonly string[],
): Promise<void> {
  await tx.db.evidence.createMany({
    data: [...new Set(slackFileIds)].map((slackFileId) => ({ ...where, ...newRow(tx, slackFileId) })),
  });
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
