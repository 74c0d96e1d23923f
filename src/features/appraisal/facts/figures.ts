/** What first reports of the month hold: figures with their evidence, and promises that fell due. */

import type { Counted, MetricFacts } from "../../../domain/appraisal/facts.ts";
import { backedFigures } from "../../../domain/check/backed-figures.ts";
import { checkForm } from "../../../domain/check/check-form.ts";
import { RECHECK } from "../../../domain/inspection.ts";
import { VISIT_MODES } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import {
  answersOfReport,
  checkSubject,
  findInspections,
  formsOwn,
  type InspectionRecord,
  rawOfReport,
  storedCircumstances,
} from "../../inspections/index.ts";
import { dayOf, type Month } from "./month.ts";

export interface FigureFacts {
  readonly quantification: MetricFacts;
  readonly promises: MetricFacts;
}

/** Of those whom the person submitted first in the month; a later revision changes nothing. */
export async function figuresOf(ctx: Context, personId: string, month: Month): Promise<FigureFacts> {
  const reports = await ctx.db.report.findMany({
    where: {
      submittedById: personId,
      revision: 1,
      state: { not: "withdrawn" },
      submittedAt: { gte: month.begins, lt: month.ends },
      inspection: { occasion: { not: RECHECK } },
    },
    orderBy: { id: "asc" },
    include: { answers: true },
  });
  const inspections = await byId(
    reports.map(({ inspectionId }) => inspectionId),
    (some) => findInspections(ctx.db, some),
  );
  const files = await filesOf(ctx, reports);
  const figures: Counted[] = [];
  const promises: Counted[] = [];
  for (const report of reports) {
    const inspection = inspections.get(report.inspectionId);
    if (inspection === undefined) continue;
    const on = dayOf(month, report.submittedAt);
    const proof = { kind: "report", id: report.id, name: inspection.number, on } as const;
    const { asked, backed } = await figuresIn(ctx, report, inspection, files.get(report.id) ?? new Set());
    figures.push({ proof, due: asked, done: backed });
    const [due, kept] = [sumOf(report.answers, "promises_due"), sumOf(report.answers, "promises_kept")];
    if (due > 0) promises.push({ proof, due, done: Math.min(due, kept) });
  }
  return {
    quantification: { counted: figures.filter(({ due }) => due > 0), events: [] },
    // What a customer asked for outside the desk stands in no table.
    promises: { counted: promises, events: [], notRecorded: "part" },
  };
}

interface ReportRow {
  readonly id: string;
  readonly policyVersionId: string;
  readonly mode: string;
  readonly submittedAt: Date;
  readonly circumstances: string | null;
  readonly answers: Parameters<typeof answersOfReport>[0];
}

async function figuresIn(ctx: Context, report: ReportRow, inspection: InspectionRecord, files: ReadonlySet<string>) {
  const { policy } = await ctx.parts.policies.byVersion(report.policyVersionId);
  const answers = answersOfReport(report.answers);
  const subject = checkSubject(
    inspection,
    oneOf(VISIT_MODES, report.mode),
    storedCircumstances(report),
    formsOwn(rawOfReport(answers)),
  );
  const form = checkForm(policy.templates, subject);
  return backedFigures(
    form,
    answers,
    { today: dayOf({ timeZone: inspection.borrower.unit.timeZone } as Month, report.submittedAt) },
    files,
  );
}

async function filesOf(ctx: Context, reports: readonly { readonly id: string }[]): Promise<Map<string, Set<string>>> {
  const rows = await ctx.db.evidence.findMany({
    where: { reportId: { in: reports.map(({ id }) => id) }, removedAt: null },
    select: { reportId: true, answerKey: true },
  });
  const files = new Map<string, Set<string>>();
  for (const { reportId, answerKey } of rows) {
    const known = files.get(reportId ?? "") ?? new Set();
    files.set(reportId ?? "", known.add(answerKey));
  }
  return files;
}

function sumOf(answers: readonly { readonly itemKey: string; readonly value: string }[], key: string): number {
  return answers
    .filter(({ itemKey }) => itemKey === key)
    .reduce((sum, { value }) => sum + (Number.parseInt(value, 10) || 0), 0);
}
