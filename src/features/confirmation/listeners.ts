/** What the officer does about a confirmation in Slack: parse, one use case, show. */
import { isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, OpenView } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import { bold, line, note, type Piece, quiet } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import type { Keeper } from "../evidence/index.ts";
import { CONFIRMATION, findInspection, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { answerForm, inspectionOf, readAnswer } from "./answer-form.ts";
import { currentPart } from "./current-part.ts";
import { ANSWER_FORM, ENTER_ANSWER, MAKE_SHEET } from "./ids.ts";
import { makeSheet } from "./make-sheet.ts";
import { drawSheet } from "./sheet-pdf.ts";
import { confirmationState } from "./state.ts";
import { signersOf } from "./store.ts";
import { takeUploadedAnswer } from "./take-answer.ts";
import { officerPieces } from "./views.ts";

export function registerConfirmationListeners(door: Door, keeper: Keeper): void {
  door.onOpen(CONFIRMATION, "make_confirmation_sheet", (ctx, click, reply) =>
    onTop(click, reply, () => confirmationModal(ctx, click.value)),
  );
  door.onDecision(MAKE_SHEET, "make_confirmation_sheet", (ctx, click, reply) => sendSheet(ctx, click, reply, keeper));
  door.onOpen(ENTER_ANSWER, "take_confirmation", async (ctx, click, reply) =>
    inPlace(click, reply, await answerModal(ctx, click.value)),
  );
  door.onSubmission(ANSWER_FORM, "take_confirmation", (ctx, { view }) => take(ctx, view, keeper));
}

/** On top of the check or the report it was pressed in; from a message a modal of its own. */
async function onTop(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  await (click.view === undefined ? reply.openModal(build) : reply.pushModal(build));
}

async function inPlace(click: Click, reply: Reply, view: ModalView): Promise<void> {
  await (click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view));
}

async function sendSheet(ctx: Context, click: Click, reply: Reply, { client }: Keeper): Promise<void> {
  const facts = await makeSheet(ctx, click.value);
  if (isRefusal(facts)) {
    return inPlace(click, reply, notice(ctx, facts));
  }
  const { number, inspectionNumber } = facts;
  await shareFile(client, click.user.userId, {
    name: ctx.t("confirmation.file_name", { number }),
    bytes: await drawSheet(facts),
    comment: ctx.t("confirmation.file_comment", { number, inspection: inspectionNumber }),
  });
  await inPlace(click, reply, await confirmationModal(ctx, click.value, ctx.t("confirmation.sent", { number })));
}

async function confirmationModal(ctx: Context, inspectionId: string, news?: string): Promise<ModalView> {
  const inspection = await allowed(ctx, "make_confirmation_sheet", inspectionId);
  if (isRefusal(inspection)) {
    return notice(ctx, inspection);
  }
  const current = await currentPart(ctx, inspection);
  const state = await confirmationState(ctx.db, inspection.id, current?.hash);
  return modal(ctx, [
    line([bold(inspection.borrower.name), " ", quiet(inspection.number)]),
    ...(news === undefined ? [] : [note(news)]),
    ...officerPieces(state, current?.part.lines.length ?? 0, inspection.id, ctx),
  ]);
}

async function answerModal(ctx: Context, inspectionId: string): Promise<ModalView> {
  const inspection = await allowed(ctx, "take_confirmation", inspectionId);
  if (isRefusal(inspection)) {
    return notice(ctx, inspection);
  }
  const current = await currentPart(ctx, inspection);
  const { sheet } = await confirmationState(ctx.db, inspection.id, current?.hash);
  if (current === undefined || sheet === undefined || sheet.partHash !== current.hash) {
    return notice(ctx, refuse(current === undefined ? "confirmation.not_due" : "confirmation.no_sheet"));
  }
  const facts = {
    inspectionId,
    number: sheet.number,
    visitedOn: isoDate(sheet.visitedOn),
    signers: (await signersOf(ctx.db, inspection)).filter(({ toOn }) => toOn === undefined),
    fileTypes: ctx.policy.policy.documents.file_types,
  };
  return answerForm(facts, ctx);
}

async function take(ctx: Context, view: OpenView, keeper: Keeper): Promise<SubmissionAnswer> {
  // Whoever may not learns that first, not which of the fields is wrong.
  const inspection = await allowed(ctx, "take_confirmation", inspectionOf(view));
  const read = isRefusal(inspection) ? inspection : readAnswer(view);
  const taken = isRefusal(read) ? read : await takeUploadedAnswer(ctx, keeper, read.input, read.slackFileId);
  if (!isRefusal(taken)) {
    return { kind: "update", view: modal(ctx, [line(ctx.t("confirmation.taken"))]) };
  }
  return taken.field !== undefined && taken.field in view.values
    ? { kind: "errors", errors: { [taken.field]: spokenRefusal(ctx.language, taken) } }
    : { kind: "update", view: notice(ctx, taken) };
}

async function allowed(
  ctx: Context,
  verb: "make_confirmation_sheet" | "take_confirmation",
  inspectionId: string,
): Promise<InspectionRecord | Refusal> {
  const inspection = await findInspection(ctx.db, inspectionId);
  if (inspection === null) {
    return refuse("not_found", { number: "" });
  }
  return authorize(ctx, verb, await subjectOf(ctx.db, inspection)) ?? inspection;
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
