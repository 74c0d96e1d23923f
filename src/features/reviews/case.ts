/** One report with everything that a decision about it needs. */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { findInspection, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { partiesOf, type ReportParties, reportNumber } from "../review-queue/index.ts";

export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>;

export interface ReportCase {
  readonly report: ReportRow;
  readonly inspection: InspectionRecord;
  readonly parties: ReportParties;
  /** With the persons who may not decide, so that `authorize` judges four eyes. */
  readonly subject: SubjectFacts;
  readonly number: string;
  /** A correction is reviewed while its inspection stays approved. */
  readonly corrects: boolean;
}

export async function loadCase(ctx: Context, reportId: string): Promise<ReportCase | undefined> {
  const report = await findReport(ctx.db, reportId);
  const inspection = report === null ? null : await findInspection(ctx.db, report.inspectionId);
  if (report === null || inspection === null) {
    return undefined;
  }
  const parties = await partiesOf(ctx.db, { ...report, inspection }, ctx.now);
  const subject = { ...(await subjectOf(ctx.db, inspection)), notByPersons: parties.notBy };
  const number = reportNumber(inspection.number, report.revision);
  return { report, inspection, parties, subject, number, corrects: inspection.state === "approved" };
}

export function isWaiting({ report }: ReportCase): boolean {
  const waiting: readonly string[] = WAITING_REPORT_STATES;
  return waiting.includes(report.state);
}

function findReport(db: Tx, id: string) {
  return db.report.findUnique({ where: { id }, include: { answers: true, review: { include: { notes: true } } } });
}
