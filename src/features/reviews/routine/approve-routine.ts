/**
 * The clean routine reports that a reviewer has in front of them, approved at one press. Each is judged again first and decided by itself,
 * with its own rights and four eyes; what stands out by now, or was decided meanwhile, stays, and the reviewer is told.
 */

import { createHash } from "node:crypto";
import { addTo } from "../../../domain/lists-by-key.ts";
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type Context, inTransaction } from "../../../platform/context.ts";
import { promise } from "../../../platform/outbox/promise.ts";
import { INSPECTION_SUBJECT, REPORT_SUBJECT, reportNumber } from "../../review-queue/index.ts";
import { approveReport } from "../approve.ts";
import { loadCase, type ReportCase } from "../case.ts";
import { ROUTINE_APPROVED_KIND } from "../ids.ts";
import { routineQueue } from "./routine-queue.ts";

export interface RoutineApproved {
  readonly approved: number;
  /** What stood in the way of the others. */
  readonly refused: readonly Refusal[];
}

/** `reportIds`: those that stood on the reviewer's screen, and no others. */
export async function approveRoutine(ctx: Context, reportIds: readonly string[]): Promise<RoutineApproved> {
  const { why } = await routineQueue(ctx);
  const approved: ReportCase[] = [];
  const refused: Refusal[] = [];
  for (const id of new Set(reportIds)) {
    const found = await loadCase(ctx, id);
    // Not in the queue: decided meanwhile, or never theirs. The decision itself says which.
    const outcome =
      found !== undefined && (why.get(id)?.length ?? 0) > 0
        ? refuse("routine.stands_out", { number: reportNumber(found.inspection.number, found.report.revision) })
        : await approveReport(ctx, id, true);
    if (isRefusal(outcome)) refused.push(outcome);
    else if (found !== undefined) approved.push(found);
  }
  await tellOfficers(ctx, approved);
  return { approved: approved.length, refused };
}

/** One message to each officer for all of theirs. Of the same reports it is promised once, however often the button is pressed. */
async function tellOfficers(ctx: Context, approved: readonly ReportCase[]): Promise<void> {
  const byOfficer = new Map<string, ReportCase[]>();
  for (const one of approved) {
    const { submittedById } = one.report;
    for (const personId of new Set([submittedById, one.inspection.assigneeId ?? submittedById])) {
      addTo(byOfficer, personId, one);
    }
  }
  await inTransaction(ctx, async (tx) => {
    for (const [personId, cases] of byOfficer) {
      const ids = cases.map(({ report }) => report.id).sort();
      await promise(tx, {
        key: `${ROUTINE_APPROVED_KIND}:${personId}:${createHash("sha256").update(ids.join()).digest("hex")}`,
        kind: ROUTINE_APPROVED_KIND,
        personId,
        refs: { reviewerId: tx.actor.personId, reportIds: ids.join() },
        items: cases.flatMap(({ report, inspection }) => [
          { kind: REPORT_SUBJECT, id: report.id, stage: "approved" },
          { kind: INSPECTION_SUBJECT, id: inspection.id, stage: "approved" },
        ]),
      });
    }
  });
}
