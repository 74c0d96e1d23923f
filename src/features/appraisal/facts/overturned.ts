/** Reports that a reviewer approved and that audit overturned later, as a finding that names the report says (R92, R93). */
import type { MetricFacts, Proof } from "../../../domain/appraisal/facts.ts";
import { isoDate } from "../../../domain/dates.ts";
import { AUDIT_FINDING, OVERTURNED_REPORT } from "../../../domain/facts/kinds/of-customers.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf, endOf, type Month } from "./month.ts";

/** Where nobody tells findings of audit, that none overturned anything says nothing. */
export async function overturnedOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const told = await ctx.db.observation.findFirst({
    where: { key: { in: [AUDIT_FINDING, OVERTURNED_REPORT] }, asOf: { lte: month.until } },
    select: { id: true },
  });
  if (told === null) return { counted: [], events: [], notRecorded: "all" };
  const approved = await ctx.db.review.findMany({
    where: {
      reviewerId: personId,
      decision: "approved",
      decidedAt: { gte: month.begins, lt: month.ends, lte: ctx.now.toJSDate() },
    },
    orderBy: { id: "asc" },
    select: { decidedAt: true, report: { select: { id: true, inspection: { select: { number: true } } } } },
  });
  return {
    counted: approved.map(({ decidedAt, report }) => ({
      proof: { kind: "report", id: report.id, name: report.inspection.number, on: dayOf(month, decidedAt) },
      due: 1,
      done: 1,
    })),
    events: await eventsOf(ctx, personId, month),
    // A credit approver grades no files here.
    notRecorded: "part",
  };
}

async function eventsOf(ctx: Context, personId: string, month: Month): Promise<Proof[]> {
  const findings = await ctx.db.observation.findMany({
    where: { key: OVERTURNED_REPORT, asOf: { gte: month.from, lte: month.until } },
    orderBy: { id: "asc" },
    select: { id: true, subjectId: true, value: true, asOf: true, supersedes: true },
  });
  const corrected = new Set(findings.map(({ supersedes }) => supersedes));
  const events = new Map<string, Proof>();
  for (const { id, subjectId, value, asOf } of findings) {
    const report = corrected.has(id) ? null : await approvedBefore(ctx, subjectId, value, endOf(month, asOf));
    if (report?.reviewerId === personId) {
      const { reportId } = report;
      events.set(reportId, { kind: "report", id: reportId, name: value, on: isoDate(asOf) });
    }
  }
  return [...events.values()];
}

/** Who approved that customer's report last before the finding; nobody where the finding names another's. */
function approvedBefore(ctx: Context, borrowerId: string, number: string, before: Date) {
  return ctx.db.review.findFirst({
    where: { decision: "approved", decidedAt: { lt: before }, report: { inspection: { number, borrowerId } } },
    orderBy: { decidedAt: "desc" },
    select: { reviewerId: true, reportId: true },
  });
}
