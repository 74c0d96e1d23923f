/** A finished report as a PDF for one person: what they may read, as they may read it. Who it was printed for is recorded. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { REVIEW_DECISIONS } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { line, type View } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { reasonTexts } from "../../texts/reasons.ts";
import { type DocumentDesk, goesByLink, offerDownload } from "../documents/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { namesById } from "../people/index.ts";
import { readerOf } from "../review-queue/index.ts";
import { judgedText } from "./judged-pieces.ts";
import { ratioHistories } from "./ratio-history.ts";
import { type Decision, drawReport } from "./report-pdf.ts";
import type { ReportSheet } from "./report-sheet.ts";
import { sheetFor } from "./show.ts";
import { evidenceOf, reportIdOf } from "./store.ts";

export interface PrintedReport {
  readonly number: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type PrintedAt = "slack" | "page" | "terminal";

/** By a number as a person types it. */
export async function printNumber(ctx: Context, number: string, at: PrintedAt): Promise<PrintedReport | Refusal> {
  const reportId = await reportIdOf(ctx.db, number);
  return reportId === undefined ? refuse("not_found", { number }) : printReport(ctx, reportId, at, number);
}

const PRINTED = "report_pdf";

export function registerPrintedPages(documents: DocumentDesk): void {
  documents.onDownload(PRINTED, {
    verb: "see_report",
    about: async (ctx, { report = "" }) => {
      const sheet = await printable(ctx, report, "");
      return isRefusal(sheet) ? sheet : { subject: sheet.case.subject, title: sheet.case.number };
    },
    fetch: (ctx, { report = "" }) => printReport(ctx, report, "page"),
  });
}

/** Into the reader's own conversation with the app, or as a link. Answers what to tell them. */
export async function sendPrinted(
  ctx: Context,
  keeper: Keeper,
  reportId: string,
  slackUserId: string,
): Promise<View | Refusal> {
  if (goesByLink(ctx)) {
    const sheet = await printable(ctx, reportId, "");
    const wanted = { kind: PRINTED, refs: { report: reportId } };
    return isRefusal(sheet) ? sheet : offerDownload(ctx, keeper.documents, { ...wanted, name: sheet.case.number });
  }
  const printed = await printReport(ctx, reportId, "slack");
  if (isRefusal(printed)) {
    return printed;
  }
  const { number, name, bytes } = printed;
  await shareFile(keeper.client, slackUserId, { name, bytes, comment: ctx.t("print.comment", { number }) });
  return { title: ctx.t("words.product"), pieces: [line(ctx.t("print.sent", { number }))] };
}

/** Only what was decided is printed. */
async function printable(ctx: Context, reportId: string, typed: string): Promise<ReportSheet | Refusal> {
  const sheet = await sheetFor(ctx, reportId, "see_report", typed);
  const isOpen = !isRefusal(sheet) && sheet.case.report.review === null;
  return isOpen ? refuse("report.not_finished", { number: sheet.case.number }) : sheet;
}

async function printReport(
  ctx: Context,
  reportId: string,
  at: PrintedAt,
  typed = "",
): Promise<PrintedReport | Refusal> {
  const sheet = await printable(ctx, reportId, typed);
  if (isRefusal(sheet)) {
    return sheet;
  }
  const { number, report, inspection } = sheet.case;
  const policy = await ctx.db.policyVersion.findUnique({ where: { id: report.policyVersionId } });
  const facts = {
    histories: await ratioHistories(ctx, sheet),
    decisions: await decisionsOf(ctx, sheet),
    evidence: await evidenceOf(ctx.db, report.id, sheet.confirmation.answer?.evidenceId),
    policyHash: policy?.hash ?? "",
    printedFor: ctx.actor.name,
    printedAt: ctx.now.toJSDate(),
  };
  const bytes = await drawReport(sheet, facts, readerOf(ctx));
  await inTransaction(ctx, async (tx) => {
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "report.printed",
      subject: { kind: "inspection", id: inspection.id },
      after: { reportId, revision: report.revision, contentHash: report.contentHash, masked: sheet.masked, at },
    });
  });
  return { number, name: ctx.t("print.file_name", { number: number.replaceAll("/", "-") }), bytes };
}

/** Every revision up to this one, with who submitted and who decided. */
async function decisionsOf(ctx: Context, { case: { report } }: ReportSheet): Promise<Decision[]> {
  const rows = await ctx.db.report.findMany({
    where: { inspectionId: report.inspectionId, revision: { lte: report.revision } },
    orderBy: { revision: "asc" },
    include: { review: true },
  });
  const ids = rows.flatMap((row) => [row.submittedById, ...(row.review === null ? [] : [row.review.reviewerId])]);
  const names = await namesById(ctx.db, [...new Set(ids)]);
  return rows.map(({ revision, submittedAt, submittedById, review, state }) => ({
    revision,
    submittedAt,
    submittedBy: names.get(submittedById) ?? "",
    outcome:
      review === null
        ? ctx.t(state === "withdrawn" ? "report_state.withdrawn" : "print.undecided")
        : ctx.t(`review.was_${oneOf(REVIEW_DECISIONS, review.decision)}`, {
            name: names.get(review.reviewerId) ?? "",
            moment: momentText(ctx.language, review.decidedAt, ctx.actor.timeZone),
          }),
    note:
      review === null
        ? ""
        : [judgedText(review, ctx.t) ?? "", ...reasonTexts(review.reasons, ctx.t), review.note]
            .filter((text) => text !== "")
            .join(" · "),
  }));
}
