/** Modals for the person who is looking, or the refusal in their place: who may not see a report sees nothing of it. */

import { readsInFull } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { Button } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { OPEN_BATCH_REVIEW, readerOf, waitingFor } from "../review-queue/index.ts";
import { raiseButton } from "../signals/index.ts";
import { answersModal } from "./answer-pages.ts";
import { besideModal } from "./beside-view.ts";
import { isWaiting, loadCase, type ReportCase } from "./case.ts";
import type { Decided } from "./decide.ts";
import { historyModal } from "./history-pieces.ts";
import { HISTORY_BACK } from "./ids.ts";
import { historyOf, type OfficerHistory } from "./officer-history.ts";
import { openReview } from "./open-review.ts";
import { outcomeModal, refusedModal } from "./outcome-view.ts";
import { loadReportSheet, type ReportSheet } from "./report-sheet.ts";
import { reportModal } from "./report-view.ts";
import { reportIdOf } from "./store.ts";
import { whatHappened } from "./what-happened.ts";

/** Opens the report for review and shows it; what stands in the way is shown instead. */
export async function showForReview(ctx: Context, reportId: string): Promise<ModalView> {
  const opened = await openReview(ctx, reportId);
  return isRefusal(opened) ? refusalModal(ctx, opened) : showReport(ctx, reportId, "open_review");
}

export async function showReport(
  ctx: Context,
  reportId: string,
  verb: "open_review" | "see_report",
): Promise<ModalView> {
  const sheet = await sheetFor(ctx, reportId, verb);
  if (isRefusal(sheet)) {
    return refusalModal(ctx, sheet);
  }
  const mayDecide = verb === "open_review" && isWaiting(sheet.case);
  const { report, subject, inspection } = sheet.case;
  const back = verb === "open_review" ? backToBatch(ctx, report.batchId) : [];
  const raises = raiseButton(ctx, subject, inspection.id);
  const around = { own: [...back, ...raises], history: await historyBehind(ctx, sheet), mayRaise: raises.length > 0 };
  return reportModal(sheet, readerOf(ctx), mayDecide, around);
}

/** The same by the inspection's number, for whoever only reads it. */
export async function showNumbered(ctx: Context, number: string): Promise<ModalView> {
  const reportId = await reportIdOf(ctx.db, number);
  return reportId === undefined
    ? refusalModal(ctx, refuse("not_found", { number }))
    : showReport(ctx, reportId, "see_report");
}

/** The reports of the same officer that were sent back, as a list. */
export async function showHistory(ctx: Context, reportId: string): Promise<ModalView> {
  const sheet = await sheetFor(ctx, reportId, "see_report");
  return isRefusal(sheet)
    ? refusalModal(ctx, sheet)
    : historyModal(await historyBehind(ctx, sheet), reportId, readerOf(ctx));
}

/** One of that list; `from` is the report it was opened from. */
export async function showPastReport(ctx: Context, reportId: string, from: string): Promise<ModalView> {
  const sheet = await sheetFor(ctx, reportId, "see_report");
  const back = { text: ctx.t("review.history_back"), action: HISTORY_BACK, value: from };
  return isRefusal(sheet) ? refusalModal(ctx, sheet) : reportModal(sheet, readerOf(ctx), false, { own: [back] });
}

/** Two reports, each as far as the person may read it; the second is the one compared with. */
export async function showBeside(ctx: Context, reportId: string, otherId: string): Promise<ModalView> {
  const sheet = await sheetFor(ctx, reportId, "see_report");
  const other = await sheetFor(ctx, otherId, "see_report");
  if (isRefusal(sheet)) {
    return refusalModal(ctx, sheet);
  }
  return isRefusal(other) ? refusalModal(ctx, other) : besideModal(sheet, other, readerOf(ctx));
}

function historyBehind(ctx: Context, { case: { report }, submittedBy }: ReportSheet): Promise<OfficerHistory> {
  return historyOf(ctx, { id: report.submittedById, name: submittedBy });
}

export async function showAnswers(ctx: Context, reportId: string, page: number): Promise<ModalView> {
  const sheet = await sheetFor(ctx, reportId, "see_report");
  return isRefusal(sheet) ? refusalModal(ctx, sheet) : answersModal(sheet, page, readerOf(ctx));
}

/** A form of a decision, as long as it can still be taken. */
export async function showForm(
  ctx: Context,
  reportId: string,
  verb: Verb,
  draw: (sheet: ReportSheet) => ModalView,
): Promise<ModalView> {
  const sheet = await sheetFor(ctx, reportId, verb);
  if (isRefusal(sheet)) {
    return refusalModal(ctx, sheet);
  }
  return isWaiting(sheet.case) ? draw(sheet) : refusalModal(ctx, await whatHappened(ctx, sheet.case));
}

export async function showOutcome(ctx: Context, outcome: Decided | Refusal): Promise<ModalView> {
  if (isRefusal(outcome)) {
    return refusalModal(ctx, outcome);
  }
  const report = await ctx.db.report.findUnique({ where: { id: outcome.reportId }, select: { batchId: true } });
  return outcomeModal(outcome, await waitingCount(ctx), ctx.t, backToBatch(ctx, report?.batchId ?? null));
}

export async function refusalModal(ctx: Context, refusal: Refusal): Promise<ModalView> {
  return refusedModal(refusalSentence(ctx.language, refusal), await waitingCount(ctx), ctx.t);
}

/** A report that came with others leads back to them. */
function backToBatch({ t }: Context, batchId: string | null): Button[] {
  return batchId === null ? [] : [{ text: t("batch.back"), action: OPEN_BATCH_REVIEW, value: batchId }];
}

/** The report as this person may read it. `number` is what they asked for, so that a refusal tells them no more. */
export async function sheetFor(
  ctx: Context,
  reportId: string,
  verb: Verb,
  number = "",
): Promise<ReportSheet | Refusal> {
  const found = await loadCase(ctx, reportId);
  if (found === undefined) {
    return refuse("not_found", { number });
  }
  const refused = authorize(ctx, verb, found.subject);
  if (refused !== undefined) {
    return number === "" ? refused : refuse("not_found", { number });
  }
  return loadReportSheet(ctx, found, !isResponsible(ctx, found));
}

/** Four eyes say who may decide, not who may read a name. */
function isResponsible(ctx: Context, { subject, report }: ReportCase): boolean {
  return report.submittedById === ctx.actor.personId || readsInFull(ctx.actor, "see_report", subject);
}

async function waitingCount(ctx: Context): Promise<number> {
  return (await waitingFor(ctx.db, ctx.actor.personId, ctx.now)).length;
}
