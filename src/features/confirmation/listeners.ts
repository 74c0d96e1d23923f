/** What the officer does about a confirmation in Slack: parse, one use case, show. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, OpenView } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import { type Button, bold, line, note, type Piece, quiet } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { goesByLink, offerDownload, offerUpload } from "../documents/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { CONFIRMATION, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { aboutCustomer } from "../named-customers/index.ts";
import { formOf, readAnswer } from "./answer-form.ts";
import { currentPart } from "./current-part.ts";
import { ANSWER_FORM, ENTER_ANSWER, HAND_IN_SIGNED, MAKE_SHEET, RAISE_SIGNAL } from "./ids.ts";
import { makeSheet } from "./make-sheet.ts";
import { allowedTo, answerFormOf, registerConfirmationPages, SHEET_FILE, SIGNED_FILE } from "./pages.ts";
import { signalOfAnswer } from "./raise-signal.ts";
import { drawSheet, type SheetFacts } from "./sheet-pdf.ts";
import { type ConfirmationState, confirmationState } from "./state.ts";
import { takeUploadedAnswer } from "./take-answer.ts";
import { officerPieces, signalButton } from "./views.ts";

export function registerConfirmationListeners(door: Door, keeper: Keeper): void {
  registerConfirmationPages(keeper.documents);
  door.onOpen(CONFIRMATION, "make_confirmation_sheet", (ctx, click, reply) =>
    onTop(click, reply, () => confirmationModal(ctx, click.value)),
  );
  door.onDecision(MAKE_SHEET, "make_confirmation_sheet", (ctx, click, reply) => sendSheet(ctx, click, reply, keeper));
  door.onOpen(ENTER_ANSWER, "take_confirmation", async (ctx, click, reply) =>
    inPlace(click, reply, await answerModal(ctx, click.value)),
  );
  door.onOpen(HAND_IN_SIGNED, "take_confirmation", async (ctx, click, reply) => {
    const { inspection, form = "" } = formOf(click.view);
    const wanted = { kind: SIGNED_FILE, refs: { inspection, form }, viewId: click.view?.id };
    const offered = await offerUpload(ctx, keeper.documents, wanted);
    await reply.updateModal(isRefusal(offered) ? notice(ctx, offered) : offered);
  });
  door.onOpen(RAISE_SIGNAL, "raise_signal", (ctx, click, reply) =>
    onTop(click, reply, async () => {
      const form = await signalOfAnswer(ctx, click.value);
      return isRefusal(form) ? notice(ctx, form) : form;
    }),
  );
  door.onSubmission(ANSWER_FORM, "take_confirmation", (ctx, { view }) => take(ctx, view, keeper));
}

/** On top of the check or the report it was pressed in; from a message a modal of its own. */
async function onTop(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  if (click.view === undefined) {
    return reply.openModal(build);
  }
  await (click.view.isThird ? reply.updateModal(await build()) : reply.pushModal(build));
}

async function inPlace(click: Click, reply: Reply, view: ModalView): Promise<void> {
  await (click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view));
}

async function sendSheet(ctx: Context, click: Click, reply: Reply, keeper: Keeper): Promise<void> {
  const facts = await makeSheet(ctx, click.value);
  if (isRefusal(facts)) {
    return inPlace(click, reply, notice(ctx, facts));
  }
  const { number } = facts;
  if (goesByLink(ctx)) {
    const wanted = { kind: SHEET_FILE, refs: { inspection: click.value }, name: number };
    const offered = await offerDownload(ctx, keeper.documents, wanted);
    const news = isRefusal(offered) ? [note(spokenRefusal(ctx.language, offered))] : offered.pieces;
    return inPlace(click, reply, await confirmationModal(ctx, click.value, news));
  }
  await sendThroughSlack(ctx, click, keeper, facts);
  const news = [note(ctx.t("confirmation.sent", { number }))];
  await inPlace(click, reply, await confirmationModal(ctx, click.value, news));
}

async function sendThroughSlack(ctx: Context, click: Click, { client }: Keeper, facts: SheetFacts): Promise<void> {
  const { number, inspectionNumber } = facts;
  await shareFile(client, click.user.userId, {
    name: ctx.t("confirmation.file_name", { number }),
    bytes: await drawSheet(facts),
    comment: ctx.t("confirmation.file_comment", { number, inspection: inspectionNumber }),
  });
}

async function confirmationModal(ctx: Context, inspectionId: string, news: readonly Piece[] = []): Promise<ModalView> {
  const inspection = await allowedTo(ctx, "make_confirmation_sheet", inspectionId);
  if (isRefusal(inspection)) {
    return notice(ctx, inspection);
  }
  const current = await currentPart(ctx, inspection);
  const state = await confirmationState(ctx.db, inspection.id, current?.hash);
  return modal(ctx, [
    aboutCustomer(ctx, [bold(inspection.borrower.name), " ", quiet(inspection.number)], inspection.borrowerId),
    ...news,
    ...officerPieces(
      state,
      current?.part.lines.length ?? 0,
      inspection.id,
      ctx,
      await besideAnswer(ctx, inspection, state),
    ),
  ]);
}

async function besideAnswer(ctx: Context, inspection: InspectionRecord, state: ConfirmationState): Promise<Button[]> {
  const mayRaise = authorize(ctx, "raise_signal", await subjectOf(ctx.db, inspection)) === undefined;
  return signalButton(state, mayRaise, ctx.t);
}

async function answerModal(ctx: Context, inspectionId: string): Promise<ModalView> {
  const form = await answerFormOf(ctx, inspectionId);
  return isRefusal(form) ? notice(ctx, form) : form;
}

async function take(ctx: Context, view: OpenView, keeper: Keeper): Promise<SubmissionAnswer> {
  // Whoever may not learns that first, not which of the fields is wrong.
  const inspection = await allowedTo(ctx, "take_confirmation", formOf(view).inspection);
  const read = isRefusal(inspection) ? inspection : readAnswer(view);
  const taken = isRefusal(read) ? read : await takeUploadedAnswer(ctx, keeper, read.input, read.file);
  if (!isRefusal(taken)) {
    const isConfirmed = !isRefusal(read) && read.input.answer === "confirmed";
    const kept = line(ctx.t(isConfirmed ? "confirmation.taken" : "confirmation.dispute_taken"));
    return { kind: "update", view: await confirmationModal(ctx, formOf(view).inspection, [kept]) };
  }
  if (taken.field === undefined) {
    return { kind: "update", view: notice(ctx, taken) };
  }
  // A file that comes by a page, and a signer where none is on file, have no field at which Slack would show it.
  const field = taken.field in view.values ? taken.field : "answer";
  return { kind: "errors", errors: { [field]: spokenRefusal(ctx.language, taken) } };
}

function notice(ctx: Context, refusal: Refusal): ModalView {
  return modal(ctx, [line(spokenRefusal(ctx.language, refusal))]);
}

const MODAL_BLOCKS = 100;

function modal({ t }: Context, pieces: readonly Piece[]): ModalView {
  return {
    callbackId: "notice",
    title: t("confirmation.title"),
    close: t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}
