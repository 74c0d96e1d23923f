/** Files of a check by a page of our own: the link in the step where they are asked for, and the step again when they have come. */
import { isAsked } from "../../domain/check/asked.ts";
import { pageOfItem } from "../../domain/check/pages.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { DocumentDesk, FreshLink, KeptFile, Refs } from "../documents/index.ts";
import { filesOfDraft, takeKept } from "../evidence/index.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { showStep } from "./show.ts";
import { subjectOf } from "./store.ts";
import { attachedByKey } from "./take-step.ts";

export const CHECK_FILE = "check_file";
const MOST_AT_ONCE = 10;

export const checkFileRefs = (draft: string, key: string): Refs => ({ draft, key });

export function registerHandIn(documents: DocumentDesk): void {
  documents.onUpload(CHECK_FILE, { verb: "attach_evidence", mostFiles: MOST_AT_ONCE, about, take, draw });
}

async function about(ctx: Context, { draft = "", key = "" }: Refs) {
  const sheet = await loadSheet(ctx, draft);
  const item = sheet === undefined ? undefined : itemOf(sheet, key);
  if (sheet === undefined || item === undefined) {
    return refuse("out_of_date");
  }
  const { number } = sheet.inspection;
  const subject = await subjectOf(ctx.db, sheet.inspection);
  const title = `${number} · ${item.label[ctx.language]}`;
  return sheet.draft.closedAt === null ? { subject, title } : refuse("draft.closed", { number });
}

function itemOf({ form }: CheckSheet, key: string) {
  const items = form.steps.flatMap((step) => step.items);
  return items.find((item) => item.answerKey === key && item.type === "evidence" && isAsked(item));
}

async function take(
  tx: Context,
  { draft = "", key = "" }: Refs,
  files: readonly KeptFile[],
): Promise<Refusal | undefined> {
  const sheet = await loadSheet(tx, draft);
  if (sheet === undefined) {
    return refuse("out_of_date");
  }
  const most = tx.policy.policy.documents.max_files_per_check;
  const there = (await filesOfDraft(tx, draft)).filter(({ state }) => state !== "failed");
  if (there.length + files.length > most) {
    return refuse("documents.too_many", { most, left: Math.max(0, most - there.length) });
  }
  await takeKept(tx, { inspectionId: sheet.inspection.id, draftId: draft, answerKey: key }, files);
  const raw = JSON.stringify((await attachedByKey(tx, draft, [key]))[key] ?? []);
  const savedAt = tx.now.toJSDate();
  await tx.db.draftAnswer.upsert({
    where: { draftId_key: { draftId: draft, key } },
    create: { draftId: draft, key, raw, savedAt },
    update: { raw, savedAt },
  });
  await tx.db.draft.update({ where: { id: draft }, data: { savedAt, version: { increment: 1 } } });
  return undefined;
}

/** The person may have gone on to another step meanwhile: that one stays as it is. */
async function draw(ctx: Context, { draft = "", key = "" }: Refs, fresh?: FreshLink): Promise<ModalView | undefined> {
  const sheet = await loadSheet(ctx, draft);
  const at = sheet === undefined ? -1 : pageOfItem(sheet.pages, key);
  if (sheet === undefined || at < 0 || (fresh === undefined && sheet.draft.step !== at)) {
    return undefined;
  }
  return showStep(ctx, sheet, at, fresh === undefined ? {} : { link: { answerKey: key, fresh } });
}
