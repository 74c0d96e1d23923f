/**
 * Approval closes the inspection, confirms the report's numbers, opens the measures of its risks and files it; a correction
 * takes its predecessor's place.
 */
import { type NamedRisk, risksOf } from "../../domain/check/risks.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { BOTH_IN_ORDER } from "../../domain/return-reasons.ts";
import type { Context } from "../../platform/context.ts";
import { confirmationState } from "../confirmation/index.ts";
import { answersOfReport } from "../inspections/index.ts";
import { lookAgain } from "../looks/index.ts";
import { openMeasures } from "../measures/index.ts";
import type { ReportCase } from "./case.ts";
import { type Decided, decide } from "./decide.ts";
import { APPROVED_KIND } from "./ids.ts";
import { tellOfficers } from "./tell-officers.ts";

/** `together`: one of several that are approved at once, of which the officer hears in one message. */
export async function approveReport(ctx: Context, reportId: string, together = false): Promise<Decided | Refusal> {
  const verdict = {
    reportId,
    decision: "approved",
    verb: "approve_report",
    step: "approve",
    reasons: [],
    note: "",
    judged: BOTH_IN_ORDER,
    remarks: {},
  } as const;
  return decide(ctx, verdict, {
    unless: unconfirmed,
    inspection: (tx) => ({ closedAt: tx.now.toJSDate() }),
    follow: (tx, decided) => confirm(tx, decided, together),
  });
}

/** Where the borrower has to confirm, they have answered to exactly this part (R21); disagreement is an answer. */
async function unconfirmed(tx: Context, { report, number }: ReportCase): Promise<Refusal | undefined> {
  const { standing } = await confirmationState(tx.db, report.inspectionId, report.partHash ?? undefined);
  return standing === "not_due" || standing === "answered" ? undefined : refuse("confirmation.missing", { number });
}

async function confirm(tx: Context, decided: ReportCase, together: boolean) {
  const superseded = await supersede(tx, decided);
  const confirmed = await confirmNumbers(tx, decided.report.id);
  await lookAgain(tx, [decided.inspection.borrowerId]);
  const measures = await openMeasures(tx, decided.report, decided.inspection, await risksIn(tx, decided.report));
  if (!together) {
    await tellOfficers(tx, decided, { kind: APPROVED_KIND, stage: "approved", urgent: false });
  }
  return { confirmed, superseded, ...measures };
}

/** As the policy that the report was written under asks for them. */
async function risksIn(tx: Context, { policyVersionId, answers }: ReportCase["report"]): Promise<NamedRisk[]> {
  const { policy } = await tx.parts.policies.byVersion(policyVersionId);
  return risksOf(answersOfReport(answers), policy.gate.risks);
}

async function supersede(tx: Context, { report }: ReportCase): Promise<number> {
  const earlier = await tx.db.report.updateMany({
    where: { inspectionId: report.inspectionId, state: "approved", revision: { lt: report.revision } },
    data: { state: "superseded" },
  });
  return earlier.count;
}

/** A claimed number stays as it was said; the confirmed one stands beside it and names it. */
async function confirmNumbers(tx: Context, reportId: string): Promise<number> {
  const claimed = await tx.db.observation.findMany({
    where: { source: "report", reference: reportId, standing: "claimed" },
  });
  const confirmed = await tx.db.observation.createMany({
    data: claimed.map(({ id, ...said }) => ({
      ...said,
      standing: "confirmed",
      recordedAt: tx.now.toJSDate(),
      supersedes: id,
    })),
  });
  return confirmed.count;
}
