/** What people press and send about a customer's file: parse, one use case, show. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { SubmissionAnswer } from "../../platform/slack/modal.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { offerUpload } from "../documents/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { fileDocument } from "./file-document.ts";
import { formOf, readFiling, readTakingOut, takeOutForm } from "./form.ts";
import { fileCards, fileFormOf, registerCopyUploads } from "./hand-in.ts";
import {
  DOCUMENT_UPLOAD,
  FILE_DOCUMENT,
  FILE_FORM,
  HAND_IN_COPY,
  OPEN_COPIES,
  TAKE_OUT,
  TAKE_OUT_FORM,
} from "./ids.ts";
import { mayNotFile } from "./kept.ts";
import { registerCopyDownloads, showCopies } from "./show-copies.ts";
import { takeOut } from "./take-out.ts";

export function registerCustomerFiles(door: Door, keeper: Keeper): void {
  registerCopyUploads(keeper.documents);
  registerCopyDownloads(keeper);
  door.onOpen(FILE_DOCUMENT, "file_document", (ctx, click, reply) =>
    showInPlace("customer_files.", click, reply, () => fileFormOf(ctx, click.value)),
  );
  door.onOpen(TAKE_OUT, "file_document", (ctx, click, reply) =>
    showInPlace("customer_files.", click, reply, () => takingOutOf(ctx, click.value)),
  );
  door.onOpen(HAND_IN_COPY, "file_document", async (ctx, click, reply) => {
    const { borrower, form = "" } = formOf(click.view);
    const wanted = { kind: DOCUMENT_UPLOAD, refs: { borrower, form }, viewId: click.view?.id };
    const offered = await offerUpload(ctx, keeper.documents, wanted);
    await reply.updateModal(isRefusal(offered) ? fileCards.refused(ctx, offered) : offered);
  });
  door.onOpen(OPEN_COPIES, "see_account", async (ctx, click, reply) => {
    const shown = await showCopies(ctx, keeper, click.value, click.user.userId);
    const said = (refusal: Refusal) => ({
      title: ctx.t("words.product"),
      pieces: [line(refusalSentence(ctx.language, refusal))],
    });
    await reply.tell(isRefusal(shown) ? said(shown) : shown);
  });
  door.onSubmission(FILE_FORM, "file_document", async (ctx, { view }) =>
    answerOf(ctx, await fileDocument(ctx, readFiling(view)), "document.is_filed"),
  );
  door.onSubmission(TAKE_OUT_FORM, "file_document", async (ctx, { view }) =>
    answerOf(ctx, await takeOut(ctx, readTakingOut(view)), "document.is_out"),
  );
}

async function takingOutOf(ctx: Context, id: string) {
  const row = await ctx.db.filedDocument.findUnique({ where: { id }, select: { borrowerId: true } });
  const refused = row === null ? refuse("not_found", { number: "" }) : await mayNotFile(ctx, row.borrowerId);
  return refused === undefined ? takeOutForm(ctx, id) : fileCards.refused(ctx, refused);
}

function answerOf(
  ctx: Context,
  done: { number: string } | Refusal,
  key: "document.is_filed" | "document.is_out",
): SubmissionAnswer {
  if (!isRefusal(done)) return { kind: "update", view: fileCards.done(ctx, ctx.t(key, done)) };
  return done.field === undefined
    ? { kind: "update", view: fileCards.refused(ctx, done) }
    : { kind: "errors", errors: { [done.field]: refusalSentence(ctx.language, done) } };
}
