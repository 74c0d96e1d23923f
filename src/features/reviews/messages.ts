/** What the officer is told about a decision, when the message is sent or edited. */
import { isoDate } from "../../domain/dates.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderer, Renderers } from "../../platform/outbox/renderers.ts";
import { type Button, bold, line, note, type Piece, type View } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { reasonTexts } from "../../texts/reasons.ts";
import { CORRECT, START } from "../inspections/index.ts";
import { type Reader, readerOf } from "../review-queue/index.ts";
import { drawBatchApproved } from "./batch-messages.ts";
import { loadCase, type ReportCase } from "./case.ts";
import { correctBy } from "./correct-by.ts";
import { APPROVED_KIND, BATCH_APPROVED_KIND, RE_INSPECT_KIND, RETURNED_KIND, ROUTINE_APPROVED_KIND } from "./ids.ts";
import { judgedPieces } from "./judged-pieces.ts";
import { packed } from "./packed.ts";
import { remarkLine } from "./report-lines.ts";
import { loadReportSheet, type ReportSheet } from "./report-sheet.ts";
import { drawRoutineApproved } from "./routine/messages.ts";

export function addReviewRenderers(renderers: Renderers): void {
  renderers.add(APPROVED_KIND, withCase(drawApproved));
  renderers.add(BATCH_APPROVED_KIND, drawBatchApproved);
  renderers.add(ROUTINE_APPROVED_KIND, drawRoutineApproved);
  renderers.add(RETURNED_KIND, withCase(drawReturned));
  renderers.add(RE_INSPECT_KIND, withCase(drawReInspect));
}

type CaseRenderer = (ctx: Context, message: DueMessage, sheet: ReportSheet) => Promise<View | undefined>;

function withCase(draw: CaseRenderer): Renderer {
  return async (ctx, message) => {
    const found = await loadCase(ctx, message.refs.reportId ?? "");
    return found === undefined ? undefined : draw(ctx, message, await loadReportSheet(ctx, found, false));
  };
}

async function drawApproved(ctx: Context, _message: DueMessage, sheet: ReportSheet): Promise<View> {
  const next = await ctx.db.inspection.findFirst({
    where: { plannedById: sheet.case.inspection.id, state: { in: ["planned", "started"] } },
    orderBy: { dueOn: "asc" },
    select: { dueOn: true },
  });
  const due =
    next === null ? [] : [note(ctx.t("review.next_due", { date: dateText(ctx.language, isoDate(next.dueOn)) }))];
  return {
    title: ctx.t("review.approved_title", { number: sheet.case.number }),
    pieces: [
      line([bold(ctx.t("review.approved_title", { number: sheet.case.number }))]),
      ...who(sheet, readerOf(ctx)),
      ...due,
    ],
  };
}

async function drawReturned(ctx: Context, message: DueMessage, sheet: ReportSheet): Promise<View | undefined> {
  const { t } = ctx;
  const { number, report, inspection, corrects } = sheet.case;
  const answered = await answeredSince(ctx, sheet.case);
  if (answered !== undefined && !message.editing) {
    return undefined;
  }
  const date = dateText(ctx.language, dueOn(ctx, sheet.case));
  const title = t("review.returned_title", { number, date });
  const goOn: Button = {
    text: t("inspection.correct"),
    action: corrects ? CORRECT : START,
    value: inspection.id,
    style: "primary",
  };
  const reader = readerOf(ctx);
  const then: Piece[] =
    answered === undefined
      ? [{ kind: "buttons", buttons: [goOn] }]
      : [note(t("review.submitted_again", { moment: momentText(ctx.language, answered, ctx.actor.timeZone) }))];
  const reasons = reasonTexts(report.review?.reasons ?? "[]", t);
  return {
    title,
    pieces: [
      line([bold(title)]),
      ...who(sheet, reader),
      ...(report.review === null ? [] : judgedPieces(report.review, t)),
      ...(reasons.length === 0 ? [] : [line(reasons.map((reason) => `• ${reason}`).join("\n"))]),
      ...noteOf(sheet),
      ...packed((report.review?.notes ?? []).map((one) => remarkLine(sheet, one.answerKey, one.note, reader))),
      ...then,
    ],
  };
}

async function drawReInspect(ctx: Context, message: DueMessage, sheet: ReportSheet): Promise<View | undefined> {
  const { t } = ctx;
  const special = await ctx.db.inspection.findUnique({
    where: { id: message.refs.specialId ?? "" },
    select: { id: true, number: true, dueOn: true, state: true },
  });
  if (special === null) {
    return undefined;
  }
  const isOpen = special.state === "planned" || special.state === "started";
  const title = t("review.re_inspect_title", {
    number: sheet.case.number,
    date: dateText(ctx.language, isoDate(special.dueOn)),
  });
  const start: Button = { text: t("inspection.start"), action: START, value: special.id, style: "primary" };
  return {
    title,
    pieces: [
      line([bold(title)]),
      ...who(sheet, readerOf(ctx)),
      ...noteOf(sheet),
      line(t("review.special_opened", { number: special.number })),
      isOpen ? { kind: "buttons", buttons: [start] } : note(t("review.special_done", { number: special.number })),
    ],
  };
}

/** The customer in full, for the person responsible, and who decided when. */
function who(sheet: ReportSheet, { t, language, timeZone, cards }: Reader): Piece[] {
  const { review } = sheet.case.report;
  const moment = review === null ? "" : momentText(language, review.decidedAt, timeZone);
  return [
    {
      kind: "item",
      text: sheet.case.inspection.borrower.name,
      more: cards?.(sheet.case.inspection.borrowerId) ?? [],
    },
    note(t("review.decided_by", { name: sheet.reviewedBy ?? "", moment })),
  ];
}

function noteOf({ case: { report } }: ReportSheet): Piece[] {
  return report.review === null || report.review.note === "" ? [] : packed([[report.review.note]]);
}

/** When the corrected report came in. */
async function answeredSince(ctx: Context, { report }: ReportCase): Promise<Date | undefined> {
  const later = await ctx.db.report.findFirst({
    where: { inspectionId: report.inspectionId, revision: { gt: report.revision }, NOT: { state: "withdrawn" } },
    orderBy: { revision: "asc" },
    select: { submittedAt: true },
  });
  return later?.submittedAt;
}

/** Counted from the decision, so that the message reads the same whenever it is drawn. */
function dueOn(ctx: Context, found: ReportCase) {
  const { returnedDueOn } = found.inspection;
  const decidedAt = found.report.review?.decidedAt ?? found.report.submittedAt;
  return returnedDueOn === null ? correctBy(ctx, found, decidedAt) : isoDate(returnedDueOn);
}
