/** A batch of reports with everything that its review needs: each of them is judged and decided by itself (R138, R139). */
import { checkForm } from "../../domain/check/check-form.ts";
import type { Answers, CheckForm } from "../../domain/check/types.ts";
import { REPORT_STATES, type ReportState, WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { VISIT_MODES } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import {
  answersOfReport,
  checkSubject,
  findInspections,
  formsOwn,
  type InspectionRecord,
  rawOfReport,
  storedCircumstances,
  subjectOf,
} from "../inspections/index.ts";
import { namesById } from "../people/index.ts";
import { partiesOfAll, reportNumber } from "../review-queue/index.ts";
import { maskedForm } from "./report-sheet.ts";

export interface BatchedReport {
  readonly reportId: string;
  readonly inspectionId: string;
  readonly number: string;
  /** Masked, with the loans, where the reader is not among the responsible people. */
  readonly borrowerName: string;
  readonly state: ReportState;
  readonly waits: boolean;
  /** The reader may decide it: rights and four eyes, of this moment. */
  readonly mine: boolean;
  readonly reviewerId: string | undefined;
  readonly officerIds: readonly string[];
  readonly form: CheckForm;
  readonly answers: Answers;
}

export interface BatchCase {
  readonly id: string;
  readonly number: string;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly reports: readonly BatchedReport[];
  /** The conclusion is nearly that of an earlier report, and what the officer says is new. */
  readonly copied: { readonly percent: number; readonly said: string } | undefined;
}

/** Refused where there is none, or nothing in it that the reader may see. */
export async function loadBatchCase(ctx: Context, batchId: string): Promise<BatchCase | Refusal> {
  const batch = await ctx.db.offSiteBatch.findUnique({ where: { id: batchId } });
  if (batch === null || batch.submittedAt === null) {
    return refuse("not_found", { number: "" });
  }
  const rows = await reportsOf(ctx, batchId);
  const reports = await seenReports(ctx, rows);
  if (reports.length === 0) {
    return refuse("not_found", { number: "" });
  }
  return {
    id: batch.id,
    number: batch.number,
    submittedAt: batch.submittedAt,
    submittedBy: (await namesById(ctx.db, [batch.personId])).get(batch.personId) ?? "",
    reports,
    copied: copiedOf(rows),
  };
}

function reportsOf(ctx: Context, batchId: string) {
  return ctx.db.report.findMany({
    where: { batchId },
    orderBy: { id: "asc" },
    include: { answers: true, review: true, findings: { where: { rule: "copied" } } },
  });
}

type Row = Awaited<ReturnType<typeof reportsOf>>[number];

async function seenReports(ctx: Context, rows: readonly Row[]): Promise<BatchedReport[]> {
  const ids = rows.map(({ inspectionId }) => inspectionId);
  const inspections = new Map((await findInspections(ctx.db, ids)).map((one) => [one.id, one]));
  const whole = rows.flatMap((row) => {
    const inspection = inspections.get(row.inspectionId);
    return inspection === undefined ? [] : [{ ...row, inspection }];
  });
  const parties = await partiesOfAll(ctx.db, whole, ctx.now);
  const reports: BatchedReport[] = [];
  for (const row of whole) {
    const seen = await toReport(ctx, row, parties.get(row.id)?.notBy ?? []);
    if (seen !== undefined) reports.push(seen);
  }
  return reports;
}

async function toReport(
  ctx: Context,
  row: Row & { readonly inspection: InspectionRecord },
  notBy: readonly string[],
): Promise<BatchedReport | undefined> {
  const { inspection } = row;
  const subject = { ...(await subjectOf(ctx.db, inspection)), notByPersons: notBy };
  if (authorize(ctx, "see_report", subject) !== undefined) return undefined;
  const waiting: readonly string[] = WAITING_REPORT_STATES;
  const waits = waiting.includes(row.state);
  const answers = answersOfReport(row.answers);
  const { policy } = await ctx.parts.policies.byVersion(row.policyVersionId);
  const said = formsOwn(rawOfReport(answers));
  const asked = checkSubject(inspection, oneOf(VISIT_MODES, row.mode), storedCircumstances(row), said);
  const inFull = readsInFull(ctx.actor, "see_report", subject);
  const { name } = inspection.borrower;
  return {
    reportId: row.id,
    inspectionId: inspection.id,
    number: reportNumber(inspection.number, row.revision),
    borrowerName: inFull ? name : maskName(name),
    state: oneOf(REPORT_STATES, row.state),
    waits,
    mine: waits && authorize(ctx, "approve_report", subject) === undefined,
    reviewerId: row.review?.reviewerId,
    officerIds: [...new Set([row.submittedById, inspection.assigneeId ?? row.submittedById])],
    form: maskedForm(checkForm(policy.templates, asked), !inFull),
    answers,
  };
}

/** Found once for all: the conclusion is the same in each of them. */
function copiedOf(rows: readonly Row[]): BatchCase["copied"] {
  const finding = rows.flatMap(({ findings }) => findings)[0];
  if (finding === undefined) return undefined;
  const detail: unknown = JSON.parse(finding.detail);
  const percent = Number(Reflect.get(Object(detail), "percent"));
  return { percent: Number.isFinite(percent) ? percent : 0, said: finding.answered ?? "" };
}
