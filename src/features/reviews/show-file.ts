/** Lets a reader of a report look at one of its files: our own copy, checked against its hash, for them alone. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { View } from "../../platform/view.ts";
import { CONFIRMATION_FILE, type Keeper, readCopy, type StoredFile, shareCopy } from "../evidence/index.ts";
import type { ReportSheet } from "./report-sheet.ts";
import { sheetFor } from "./show.ts";

const REPORT_COPY = "report_file";

export function registerReportCopies(keeper: Keeper): void {
  keeper.documents.onDownload(REPORT_COPY, {
    verb: "see_report",
    about: async (ctx, { evidence = "" }) => {
      const shown = await fileFor(ctx, evidence);
      return isRefusal(shown) ? shown : { subject: shown.sheet.case.subject, title: shown.sheet.case.number };
    },
    fetch: async (ctx, { evidence = "" }) => {
      const shown = await fileFor(ctx, evidence);
      return isRefusal(shown) ? shown : readCopy(ctx, keeper, shown.file);
    },
  });
}

export async function showFile(
  ctx: Context,
  keeper: Keeper,
  evidenceId: string,
  slackUserId: string,
): Promise<View | Refusal> {
  const shown = await fileFor(ctx, evidenceId);
  if (isRefusal(shown)) {
    return shown;
  }
  const to = { slackUserId, number: shown.sheet.case.number, kind: REPORT_COPY };
  return shareCopy(ctx, keeper, shown.file, to);
}

async function fileFor(ctx: Context, evidenceId: string): Promise<{ file: StoredFile; sheet: ReportSheet } | Refusal> {
  const file = await ctx.db.evidence.findUnique({ where: { id: evidenceId } });
  const reportId = file?.reportId ?? (await newestReportOf(ctx, file));
  if (file === null || reportId === undefined || file.sha256 === null) {
    return refuse("file.not_here");
  }
  const sheet = await sheetFor(ctx, reportId, "see_report", "");
  return isRefusal(sheet) ? sheet : { file: { ...file, sha256: file.sha256 }, sheet };
}

/** A signed sheet belongs to the check, whatever becomes of its revisions. */
async function newestReportOf(
  ctx: Context,
  file: { readonly inspectionId: string; readonly answerKey: string } | null,
): Promise<string | undefined> {
  if (file?.answerKey !== CONFIRMATION_FILE) {
    return undefined;
  }
  const { inspectionId } = file;
  const report = await ctx.db.report.findFirst({ where: { inspectionId }, orderBy: { revision: "desc" } });
  return report?.id;
}
