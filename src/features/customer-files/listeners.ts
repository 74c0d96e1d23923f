/** What people press and send about a customer's file: parse, one use case, show. */
import { customerFile } from "../../domain/customer-file/index.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { SubmissionAnswer } from "../../platform/slack/modal.ts";
import { refusalSentence } from "../../texts/index.ts";
import { filesOf } from "./facts.ts";
import { fileDocument } from "./file-document.ts";
import { fileForm, readFiling, readTakingOut, takeOutForm } from "./form.ts";
import { FILE_DOCUMENT, FILE_FORM, TAKE_OUT, TAKE_OUT_FORM } from "./ids.ts";
import { mayNotFile } from "./kept.ts";
import { takeOut } from "./take-out.ts";

const cards = cardModals("customer_files.notice", "document.heading", 5);

export function registerCustomerFiles(door: Door): void {
  door.onOpen(FILE_DOCUMENT, "file_document", (ctx, click, reply) =>
    showInPlace("customer_files.", click, reply, () => formOf(ctx, click.value)),
  );
  door.onOpen(TAKE_OUT, "file_document", (ctx, click, reply) =>
    showInPlace("customer_files.", click, reply, () => takingOutOf(ctx, click.value)),
  );
  door.onSubmission(FILE_FORM, "file_document", async (ctx, { view }) =>
    answerOf(ctx, await fileDocument(ctx, readFiling(view)), "document.is_filed"),
  );
  door.onSubmission(TAKE_OUT_FORM, "file_document", async (ctx, { view }) =>
    answerOf(ctx, await takeOut(ctx, readTakingOut(view)), "document.is_out"),
  );
}

async function formOf(ctx: Context, borrowerId: string) {
  const refused = await mayNotFile(ctx, borrowerId);
  if (refused !== undefined) return cards.refused(ctx, refused);
  const file = (await filesOf(ctx, [borrowerId])).get(borrowerId);
  const entries = file === undefined ? [] : customerFile(ctx.policy.policy, file.facts, file.today);
  return file === undefined || entries.length === 0
    ? cards.done(ctx, ctx.t("document.none_asked"))
    : fileForm(ctx, { borrowerId, entries, today: file.today });
}

async function takingOutOf(ctx: Context, id: string) {
  const row = await ctx.db.filedDocument.findUnique({ where: { id }, select: { borrowerId: true } });
  const refused = row === null ? refuse("not_found", { number: "" }) : await mayNotFile(ctx, row.borrowerId);
  return refused === undefined ? takeOutForm(ctx, id) : cards.refused(ctx, refused);
}

function answerOf(
  ctx: Context,
  done: { number: string } | Refusal,
  key: "document.is_filed" | "document.is_out",
): SubmissionAnswer {
  if (!isRefusal(done)) return { kind: "update", view: cards.done(ctx, ctx.t(key, done)) };
  return done.field === undefined
    ? { kind: "update", view: cards.refused(ctx, done) }
    : { kind: "errors", errors: { [done.field]: refusalSentence(ctx.language, done) } };
}
