/** Takes a report back until a reviewer opens it; the answers are a draft again. */
import { afterStep } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { undoPlanned } from "../planning/index.ts";
import { submissionGone } from "../review-queue/index.ts";
import { draftFromReport } from "./start.ts";
import { findInspection, newestReport, type ReportRecord, stateOf, subjectOf } from "./store.ts";

export async function withdrawReport(ctx: Context, inspectionId: string): Promise<{ draftId: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const inspection = await findInspection(tx.db, inspectionId);
    const report = await newestReport(tx.db, inspectionId);
    if (inspection === null || report === null) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "withdraw_report", await subjectOf(tx.db, inspection)) ?? notWithdrawable(tx, report);
    if (refused !== undefined) {
      return refused;
    }
    const correcting = stateOf(inspection) === "approved";
    const next = correcting ? "approved" : afterStep(stateOf(inspection), "withdraw");
    if (isRefusal(next)) {
      return next;
    }
    if (!correcting) {
      // First: a borrower has at most one routine inspection to come.
      await undoPlanned(tx, inspection.id);
    }
    await tx.db.report.update({ where: { id: report.id, state: "submitted" }, data: { state: "withdrawn" } });
    await tx.db.inspection.update({
      where: { id: inspection.id, version: inspection.version },
      data: { state: next, version: { increment: 1 } },
    });
    const draftId = await draftFromReport(tx, inspection, report.id);
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "report.withdrawn",
      subject: { kind: "inspection", id: inspection.id },
      before: { state: inspection.state, reportId: report.id },
      after: { state: next, draftId },
    });
    await submissionGone(tx, report.id);
    await markStale(tx, { kind: "inspection", id: inspection.id });
    return { draftId };
  });
}

function notWithdrawable(tx: Context, report: ReportRecord): Refusal | undefined {
  if (report.state === "submitted") {
    return report.submittedById === tx.actor.personId ? undefined : refuse("report.not_yours");
  }
  return refuse("report.not_withdrawable", { state: report.state });
}
