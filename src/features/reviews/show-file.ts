/** Lets a reader of a report look at one of its files: our own copy, checked against its hash, sent to them alone. */
import type { WebClient } from "@slack/web-api";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import { CONFIRMATION_FILE, shareCopy } from "../evidence/index.ts";
import { sheetFor } from "./show.ts";

export interface FileShelf {
  readonly client: WebClient;
  readonly store: EvidenceStore;
}

export async function showFile(
  ctx: Context,
  shelf: FileShelf,
  evidenceId: string,
  slackUserId: string,
): Promise<{ name: string } | Refusal> {
  const file = await ctx.db.evidence.findUnique({ where: { id: evidenceId } });
  const reportId = file?.reportId ?? (await newestReportOf(ctx, file));
  if (file === null || reportId === undefined || file.sha256 === null) {
    return refuse("file.not_here");
  }
  const sheet = await sheetFor(ctx, reportId, "see_report", "");
  if (isRefusal(sheet)) {
    return sheet;
  }
  return shareCopy(ctx, shelf, { ...file, sha256: file.sha256 }, { slackUserId, number: sheet.case.number });
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
