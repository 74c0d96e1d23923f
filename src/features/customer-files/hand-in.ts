/** A document by a page of our own: it waits for the form, and is in the file once that is sent. */
import { customerFile } from "../../domain/customer-file/index.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { type DocumentDesk, type FreshLink, goesByLink, type Refs } from "../documents/index.ts";
import { copiesOfForm, takeCopies } from "./copies.ts";
import { filesOf } from "./facts.ts";
import { fileForm } from "./form.ts";
import { DOCUMENT_UPLOAD, MOST_COPIES } from "./ids.ts";
import { customerOfFile, mayNotFile } from "./kept.ts";

export const fileCards = cardModals("customer_files.notice", "document.heading", 5);

export function registerCopyUploads(documents: DocumentDesk): void {
  documents.onUpload(DOCUMENT_UPLOAD, {
    verb: "file_document",
    mostFiles: MOST_COPIES,
    about,
    take: async (tx, { borrower = "", form = "" }, files): Promise<Refusal | undefined> => {
      const refused = await mayNotFile(tx, borrower);
      if (refused === undefined) await takeCopies(tx, { borrowerId: borrower, formId: form }, files);
      return refused;
    },
    draw: (ctx, { borrower = "", form }, link) => fileFormOf(ctx, borrower, { formId: form, link }),
  });
}

async function about(ctx: Context, { borrower = "" }: Refs) {
  const found = await customerOfFile(ctx, borrower);
  return isRefusal(found) ? found : { subject: found.subject, title: `${found.number} · ${ctx.t("document.heading")}` };
}

/** The form, opened or drawn again with what has come since. */
export async function fileFormOf(
  ctx: Context,
  borrowerId: string,
  open: { readonly formId?: string | undefined; readonly link?: FreshLink | undefined } = {},
): Promise<ModalView> {
  const refused = await mayNotFile(ctx, borrowerId);
  if (refused !== undefined) return fileCards.refused(ctx, refused);
  const file = (await filesOf(ctx, [borrowerId])).get(borrowerId);
  const entries = file === undefined ? [] : customerFile(ctx.policy.policy, file.facts, file.today);
  if (file === undefined || entries.length === 0) return fileCards.done(ctx, ctx.t("document.none_asked"));
  return fileForm(ctx, { borrowerId, entries, today: file.today, page: await pageOf(ctx, borrowerId, open) });
}

async function pageOf(
  ctx: Context,
  borrowerId: string,
  { formId = newId(), link }: { readonly formId?: string | undefined; readonly link?: FreshLink | undefined },
) {
  if (!goesByLink(ctx)) return undefined;
  const names = (await copiesOfForm(ctx, borrowerId, formId)).map(({ name }) => name);
  return { formId, names, ...(link === undefined ? {} : { link }) };
}
