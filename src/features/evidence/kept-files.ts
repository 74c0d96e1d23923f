/** Files that came by a page of ours: stored already, like one from Slack once it has been fetched. */
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import type { KeptFile } from "../documents/index.ts";

export interface KeptPlace {
  readonly inspectionId: string;
  readonly draftId?: string;
  readonly answerKey: string;
}

/** Whoever calls has asked whether the person may. Joins the caller's transaction. Answers their ids. */
export async function takeKept(tx: Context, place: KeptPlace, files: readonly KeptFile[]): Promise<string[]> {
  const rows = files.map((file) => ({
    ...place,
    ...file,
    uploadedById: tx.actor.personId,
    uploadedAt: tx.now.toJSDate(),
    state: "stored",
  }));
  const ids: string[] = [];
  for (const data of rows) {
    const { id } = await tx.db.evidence.create({ data });
    ids.push(id);
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "evidence.stored",
      subject: { kind: "inspection", id: place.inspectionId },
      after: { evidenceId: id, answerKey: place.answerKey, sha256: data.sha256, sizeBytes: data.sizeBytes },
    });
  }
  return ids;
}

/** Of a form that was not sent yet: it proves nothing until it is. */
const WAITING = "waiting:";
export const isWaitingKey = { startsWith: WAITING };
/** So long the files of an open form are kept for it; afterwards they go from the documents' folder (`unsent-files`). */
const WAITING_HOURS = 24;

/** What was handed in before this moment for a form that was not sent is no file of it any more. */
export function waitingSince({ now }: Pick<Context, "now">): Date {
  return now.minus({ hours: WAITING_HOURS }).toJSDate();
}

export interface FormFiles {
  readonly inspectionId: string;
  /** One opened form, as its metadata names it. */
  readonly formId: string;
}

/** What was handed in for a form that is still open, by the person who fills it in. */
export async function filesOfForm(ctx: Context, { inspectionId, formId }: FormFiles) {
  return ctx.db.evidence.findMany({
    where: {
      ...{ inspectionId, answerKey: `${WAITING}${formId}`, uploadedById: ctx.actor.personId, removedAt: null },
      uploadedAt: { gte: waitingSince(ctx) },
    },
    orderBy: { id: "asc" },
  });
}

/** Where one file is asked for, a later one takes the place of the one before. */
export async function takeForForm(
  tx: Context,
  form: FormFiles & { readonly isOne: boolean },
  files: readonly KeptFile[],
): Promise<void> {
  if (form.isOne) {
    const before = (await filesOfForm(tx, form)).map(({ id }) => id);
    await tx.db.evidence.updateMany({ where: { id: { in: before } }, data: { removedAt: tx.now.toJSDate() } });
  }
  await takeKept(tx, { inspectionId: form.inspectionId, answerKey: `${WAITING}${form.formId}` }, files);
}

/** The form was sent: its files stand under the key of what they prove. Answers their ids. */
export async function giveToForm(tx: Context, form: FormFiles, answerKey: string): Promise<string[]> {
  const ids = (await filesOfForm(tx, form)).map(({ id }) => id);
  await tx.db.evidence.updateMany({ where: { id: { in: ids } }, data: { answerKey } });
  return ids;
}
