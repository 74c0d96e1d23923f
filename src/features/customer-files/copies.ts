/** The files that are handed in with a document: through Slack, or before the form is sent by a page of ours. */
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import type { KeptFile } from "../documents/index.ts";
import { type GivenFiles, waitingSince } from "../evidence/index.ts";

/** What waits for a form that is still open, of the person who fills it in. */
export async function copiesOfForm(ctx: Context, borrowerId: string, formId: string) {
  return ctx.db.filedCopy.findMany({
    where: {
      ...{ borrowerId, formId, documentId: null, uploadedById: ctx.actor.personId },
      uploadedAt: { gte: waitingSince(ctx) },
    },
    orderBy: { id: "asc" },
  });
}

export async function countCopies(ctx: Context, borrowerId: string, { slackFileIds, formId }: GivenFiles) {
  return formId === undefined ? slackFileIds.length : (await copiesOfForm(ctx, borrowerId, formId)).length;
}

/** The same uploads were filed already: the form was sent twice. */
export async function areFiled(ctx: Context, borrowerId: string, { slackFileIds }: GivenFiles): Promise<boolean> {
  if (slackFileIds.length === 0) return false;
  const known = await ctx.db.filedCopy.count({ where: { borrowerId, slackFileId: { in: [...slackFileIds] } } });
  return known === new Set(slackFileIds).size;
}

/** Joins the caller's transaction. Answers how many they are. */
export async function giveCopies(
  tx: Context,
  { borrowerId, documentId }: { readonly borrowerId: string; readonly documentId: string },
  { slackFileIds, formId }: GivenFiles,
): Promise<number> {
  if (formId !== undefined) {
    const ids = (await copiesOfForm(tx, borrowerId, formId)).map(({ id }) => id);
    await tx.db.filedCopy.updateMany({ where: { id: { in: ids } }, data: { documentId } });
    return ids.length;
  }
  const rows = [...new Set(slackFileIds)].map((slackFileId) => ({
    ...{ id: newId(), borrowerId, documentId, slackFileId, name: slackFileId },
    ...{ mimetype: "application/octet-stream", state: "pending" },
    ...{ uploadedById: tx.actor.personId, uploadedAt: tx.now.toJSDate() },
  }));
  await tx.db.filedCopy.createMany({ data: rows });
  return rows.length;
}

/** By a page of ours: stored already, and of no document until the form is sent. */
export async function takeCopies(
  tx: Context,
  { borrowerId, formId }: { readonly borrowerId: string; readonly formId: string },
  files: readonly KeptFile[],
): Promise<void> {
  const rows = files.map(({ name, mimetype, sizeBytes, sha256 }) => ({
    ...{ id: newId(), borrowerId, formId, name, mimetype, sizeBytes, sha256, state: "stored" },
    ...{ uploadedById: tx.actor.personId, uploadedAt: tx.now.toJSDate() },
  }));
  await tx.db.filedCopy.createMany({ data: rows });
}
