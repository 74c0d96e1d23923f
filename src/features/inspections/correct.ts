/** Corrects an approved report: a new revision that is reviewed again; the approved one stands until then. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { draftFromReport } from "./start.ts";
import { findInspection, findOpenDraft, newestReport, subjectOf } from "./store.ts";

export async function correctReport(ctx: Context, inspectionId: string): Promise<{ draftId: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const inspection = await findInspection(tx.db, inspectionId);
    const report = await newestReport(tx.db, inspectionId);
    if (inspection === null || report === null) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "correct_report", await subjectOf(tx.db, inspection));
    if (refused !== undefined) {
      return refused;
    }
    const open = await findOpenDraft(tx.db, inspectionId);
    if (open !== null) {
      return { draftId: open.id };
    }
    if (inspection.state !== "approved" || !["approved", "returned", "withdrawn"].includes(report.state)) {
      return refuse("report.not_correctable", { state: report.state });
    }
    const draftId = await draftFromReport(tx, inspection, report.id);
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "report.correction_started",
      subject: { kind: "inspection", id: inspection.id },
      before: { reportId: report.id },
      after: { draftId },
    });
    return { draftId };
  });
}
