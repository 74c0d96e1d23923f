/** What a reviewer does in Slack: parse, one use case, show. */
import { z } from "zod";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, Submission } from "../../platform/slack/payload.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { OPEN_BATCH_REVIEW, OPEN_REVIEW, readerOf, waitingFor } from "../review-queue/index.ts";
import { approveReport } from "./approve.ts";
import { NOTE_BLOCK, reInspectForm, returnForm } from "./forms.ts";
import {
  ADD_REMARK,
  ANSWERS,
  ANSWERS_PAGE,
  APPROVE,
  APPROVE_BATCH,
  BACK,
  BATCH_ITEM,
  BATCH_REVIEW_PAGE,
  BESIDE,
  HISTORY,
  HISTORY_BACK,
  MOST_REMARKS,
  NEXT,
  PAST_REPORT,
  PRINT,
  RE_INSPECT,
  RE_INSPECT_FORM,
  RETURN,
  RETURN_FORM,
  SHOW_FILE,
  SHOW_REPORT,
} from "./ids.ts";
import { allDoneModal } from "./outcome-view.ts";
import { registerPrintedPages, sendPrinted } from "./print.ts";
import { askReinspection } from "./re-inspect.ts";
import { readFormMetadata, readNote, readReturn } from "./read-forms.ts";
import { returnReport } from "./return.ts";
import {
  showAnswers,
  showBeside,
  showForm,
  showForReview,
  showHistory,
  showNumbered,
  showOutcome,
  showPastReport,
  showReport,
} from "./show.ts";
import { approveAndShow, showBatch } from "./show-batch.ts";
import { registerReportCopies, showFile } from "./show-file.ts";

export function registerReviewListeners(door: Door, keeper: Keeper): void {
  registerReportCopies(keeper);
  registerPrintedPages(keeper.documents);
  door.onOpen(OPEN_REVIEW, "open_review", open);
  registerBatchReview(door);
  door.onOpen(NEXT, "open_review", async (ctx, _click, reply) => reply.updateModal(await nextReport(ctx)));
  door.onOpen(BACK, "open_review", async (ctx, click, reply) =>
    reply.updateModal(await showReport(ctx, click.value, "open_review")),
  );
  door.onOpen(SHOW_REPORT, "see_report", async (ctx, click, reply) => {
    const isInModal = (click.view?.callbackId ?? "") !== "";
    const build = () => showNumbered(ctx, click.value);
    await (isInModal ? onTop(click, reply, build) : reply.openModal(build));
  });
  door.onOpen(ANSWERS, "see_report", async (ctx, click, reply) => onTop(click, reply, () => answersOf(ctx, click)));
  door.onOpen(ANSWERS_PAGE, "see_report", async (ctx, click, reply) => reply.updateModal(await answersOf(ctx, click)));
  door.onOpen(BESIDE, "see_report", async (ctx, click, reply) => {
    const { report, other } = pair.parse(JSON.parse(click.value));
    await onTop(click, reply, () => showBeside(ctx, report, other));
  });
  door.onOpen(HISTORY, "see_report", async (ctx, click, reply) =>
    onTop(click, reply, () => showHistory(ctx, click.value)),
  );
  door.onOpen(HISTORY_BACK, "see_report", async (ctx, click, reply) =>
    reply.updateModal(await showHistory(ctx, click.value)),
  );
  door.onOpen(PAST_REPORT, "see_report", async (ctx, click, reply) => {
    const { report, from } = past.parse(JSON.parse(click.value));
    await reply.updateModal(await showPastReport(ctx, report, from));
  });
  door.onOpen(SHOW_FILE, "see_report", async (ctx, click, reply) => {
    const shown = await showFile(ctx, keeper, click.value, click.user.userId);
    await reply.tell(isRefusal(shown) ? refusedView(ctx, shown) : shown);
  });
  door.onOpen(PRINT, "see_report", async (ctx, click, reply) => {
    const printed = await sendPrinted(ctx, keeper, click.value, click.user.userId);
    await reply.tell(isRefusal(printed) ? refusedView(ctx, printed) : printed);
  });
  door.onDecision(APPROVE, "approve_report", async (ctx, click, reply) =>
    reply.updateModal(await showOutcome(ctx, await approveReport(ctx, click.value))),
  );
  door.onOpen(RETURN, "return_report", async (ctx, click, reply) =>
    reply.updateModal(await returnFormOf(ctx, click.value, 1)),
  );
  door.onOpen(ADD_REMARK, "return_report", addRemark);
  door.onOpen(RE_INSPECT, "ask_reinspection", async (ctx, click, reply) =>
    reply.updateModal(await reInspectFormOf(ctx, click.value)),
  );
  door.onSubmission(RETURN_FORM, "return_report", submitReturn);
  door.onSubmission(RE_INSPECT_FORM, "ask_reinspection", submitReInspect);
}

const refusedView = (ctx: Context, refusal: Refusal) => ({
  title: ctx.t("words.product"),
  pieces: [line(refusalSentence(ctx.language, refusal))],
});

/** The batch stays the one view: a report of it takes its place, and leads back. */
function registerBatchReview(door: Door): void {
  door.onOpen(OPEN_BATCH_REVIEW, "open_review", async (ctx, click, reply) => {
    const isInModal = (click.view?.callbackId ?? "") !== "";
    const build = () => showBatch(ctx, click.value, 0);
    await (isInModal ? reply.updateModal(await build()) : reply.openModal(build));
  });
  door.onOpen(BATCH_REVIEW_PAGE, "open_review", async (ctx, click, reply) => {
    const { batch, page } = batchPlace.parse(JSON.parse(click.value));
    await reply.updateModal(await showBatch(ctx, batch, page));
  });
  door.onOpen(BATCH_ITEM, "open_review", async (ctx, click, reply) =>
    reply.updateModal(await showForReview(ctx, click.value)),
  );
  door.onDecision(APPROVE_BATCH, "approve_report", async (ctx, click, reply) =>
    reply.updateModal(await approveAndShow(ctx, click.value)),
  );
}

const batchPlace = z.object({ batch: z.string(), page: z.int() });

/** From a message it is a modal of its own; from the list of the queue it stands on top. */
async function open(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const isInModal = (click.view?.callbackId ?? "") !== "";
  const build = () => showForReview(ctx, click.value);
  await (isInModal ? reply.pushModal(build) : reply.openModal(build));
}

/** Details stand on top of what they are details of, as long as Slack takes one more. */
async function onTop(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  await (click.view?.isThird === true ? reply.updateModal(await build()) : reply.pushModal(build));
}

/** The worst and oldest that no colleague has open; else the next one anyway. */
async function nextReport(ctx: Context): Promise<ModalView> {
  const entries = await waitingFor(ctx.db, ctx.actor.personId, ctx.now);
  const next = entries.find(({ opened }) => opened === undefined) ?? entries[0];
  if (next === undefined) {
    return allDoneModal(ctx.t);
  }
  return next.batch === undefined ? showForReview(ctx, next.reportId) : showBatch(ctx, next.batch.id, 0);
}

const pair = z.object({ report: z.string(), other: z.string() });
const past = z.object({ report: z.string(), from: z.string() });
const place = z.object({ report: z.string(), page: z.int() });

async function answersOf(ctx: Context, click: Click): Promise<ModalView> {
  const { report, page } = place.parse(JSON.parse(click.value));
  return showAnswers(ctx, report, page);
}

function returnFormOf(ctx: Context, reportId: string, remarks: number): Promise<ModalView> {
  const { return_reasons } = ctx.policy.policy.review;
  return showForm(ctx, reportId, "return_report", (sheet) => returnForm(sheet, remarks, return_reasons, readerOf(ctx)));
}

function reInspectFormOf(ctx: Context, reportId: string): Promise<ModalView> {
  const days = ctx.policy.policy.review.re_inspect_working_days;
  return showForm(ctx, reportId, "ask_reinspection", (sheet) => reInspectForm(sheet, days, readerOf(ctx)));
}

/** What is typed stays: Slack keeps inputs whose ids are the same. */
async function addRemark(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { report, remarks } = readFormMetadata(click.view?.metadata ?? "");
  await reply.updateModal(await returnFormOf(ctx, report, Math.min(remarks + 1, MOST_REMARKS)));
}

async function submitReturn(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const { report } = readFormMetadata(view.metadata);
  const { input, half } = readReturn(view.values, report);
  if (half !== undefined) {
    return { kind: "errors", errors: { [half]: ctx.t("review.half_a_remark") } };
  }
  const outcome = await returnReport(ctx, input);
  if (isRefusal(outcome) && outcome.field !== undefined && view.values[outcome.field] !== undefined) {
    return { kind: "errors", errors: { [outcome.field]: refusalSentence(ctx.language, outcome) } };
  }
  return { kind: "update", view: await showOutcome(ctx, outcome) };
}

async function submitReInspect(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const { report } = readFormMetadata(view.metadata);
  const outcome = await askReinspection(ctx, { reportId: report, note: readNote(view.values) });
  if (isRefusal(outcome) && outcome.field === NOTE_BLOCK) {
    return { kind: "errors", errors: { [NOTE_BLOCK]: refusalSentence(ctx.language, outcome) } };
  }
  return { kind: "update", view: await showOutcome(ctx, outcome) };
}
