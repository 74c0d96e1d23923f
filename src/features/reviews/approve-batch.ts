/**
 * What waits for the reviewer in a batch is approved at one press. Each report is decided by itself, with its own rights and four
 * eyes; what a colleague decided meanwhile stays so, and the reviewer is told.
 */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { INSPECTION_SUBJECT, REPORT_SUBJECT } from "../review-queue/index.ts";
import { approveReport } from "./approve.ts";
import { type BatchCase, type BatchedReport, loadBatchCase } from "./batch-case.ts";
import { BATCH_APPROVED_KIND } from "./ids.ts";

export interface BatchApproved {
  readonly number: string;
  readonly approved: number;
  /** What stood in the way of the others. */
  readonly refused: readonly Refusal[];
}

export async function approveBatch(ctx: Context, batchId: string): Promise<BatchApproved | Refusal> {
  const found = await loadBatchCase(ctx, batchId);
  if (isRefusal(found)) {
    return found;
  }
  // What this reviewer has approved already is answered again: after a crash the rest is approved, and the message is promised.
  const { personId } = ctx.actor;
  const wanted = found.reports.filter(
    ({ mine, state, reviewerId }) => mine || (state === "approved" && reviewerId === personId),
  );
  if (wanted.length === 0) {
    return refuse("batch.gone", { number: found.number });
  }
  const approved: BatchedReport[] = [];
  const refused: Refusal[] = [];
  for (const report of wanted) {
    const outcome = await approveReport(ctx, report.reportId, true);
    if (isRefusal(outcome)) refused.push(outcome);
    else approved.push(report);
  }
  await tellOfficers(ctx, found, approved);
  return { number: found.number, approved: approved.length, refused };
}

/** One message for all of them. Of so many it is promised once, however often the button is pressed. */
async function tellOfficers(ctx: Context, { id }: BatchCase, approved: readonly BatchedReport[]): Promise<void> {
  const officers = new Set(approved.flatMap(({ officerIds }) => officerIds));
  await inTransaction(ctx, async (tx) => {
    for (const personId of officers) {
      await promise(tx, {
        key: `${BATCH_APPROVED_KIND}:${id}:${tx.actor.personId}:${approved.length}:${personId}`,
        kind: BATCH_APPROVED_KIND,
        personId,
        refs: { batchId: id, reviewerId: tx.actor.personId },
        items: approved.flatMap(({ reportId, inspectionId }) => [
          { kind: REPORT_SUBJECT, id: reportId, stage: "approved" },
          { kind: INSPECTION_SUBJECT, id: inspectionId, stage: "approved" },
        ]),
      });
    }
  });
}
