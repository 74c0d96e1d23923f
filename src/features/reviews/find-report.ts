/** A report by the number that a person typed, clipped to what they may see. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ReportSheet } from "./report-sheet.ts";
import { sheetFor } from "./show.ts";
import { reportIdOf } from "./store.ts";

/** One that does not exist and one that may not be seen are answered alike. */
export async function findReportSheet(ctx: Context, number: string): Promise<ReportSheet | Refusal> {
  const reportId = await reportIdOf(ctx.db, number);
  return reportId === undefined ? refuse("not_found", { number }) : sheetFor(ctx, reportId, "see_report", number);
}
