/** The proof of a visit that could not be made, by a page of our own: it waits for the form, and belongs to the attempt once that is sent. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { DocumentDesk, FreshLink, KeptFile, Refs } from "../documents/index.ts";
import { takeForForm } from "../evidence/index.ts";
import { openItem } from "./item-case.ts";
import { attemptFormOf } from "./open-forms.ts";

export const ATTEMPT_FILE = "visit_attempt";

export function registerAttemptPages(documents: DocumentDesk): void {
  documents.onUpload(ATTEMPT_FILE, { verb: "record_attempt", mostFiles: 1, about, take, draw });
}

async function about(ctx: Context, { inspection = "" }: Refs) {
  const item = await openItem(ctx, "record_attempt", inspection);
  return isRefusal(item)
    ? item
    : { subject: item.subject, title: `${item.row.number} · ${ctx.t("deadline.evidence")}` };
}

async function take(
  tx: Context,
  { inspection = "", form = "" }: Refs,
  files: readonly KeptFile[],
): Promise<Refusal | undefined> {
  const item = await openItem(tx, "record_attempt", inspection);
  if (isRefusal(item)) {
    return item;
  }
  await takeForForm(tx, { inspectionId: inspection, formId: form, isOne: true }, files);
  return undefined;
}

const draw = (ctx: Context, { inspection = "", form: formId = "" }: Refs, link?: FreshLink) =>
  attemptFormOf(ctx, inspection, { formId, link });
