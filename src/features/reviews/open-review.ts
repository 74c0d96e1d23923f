/** A reviewer opens a report: from now on the officer cannot take it back. */
import { afterStep } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { INSPECTION_STATES } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isWaiting, loadCase, type ReportCase } from "./case.ts";
import { tellAgain } from "./tell-again.ts";
import { whatHappened } from "./what-happened.ts";

/** Answers the report's id; opening it again changes nothing. */
export async function openReview(ctx: Context, reportId: string): Promise<{ reportId: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await loadCase(tx, reportId);
    if (found === undefined) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "open_review", found.subject);
    if (refused !== undefined) {
      return refused;
    }
    if (!isWaiting(found)) {
      return whatHappened(tx, found);
    }
    return found.report.state === "in_review" ? { reportId } : begin(tx, found);
  });
}

async function begin(tx: Context, found: ReportCase): Promise<{ reportId: string } | Refusal> {
  const { report, inspection } = found;
  const state = oneOf(INSPECTION_STATES, inspection.state);
  const next = found.corrects ? state : afterStep(state, "open_review");
  if (isRefusal(next)) {
    return next;
  }
  const opened = await tx.db.report.updateMany({
    where: { id: report.id, state: "submitted" },
    data: { state: "in_review" },
  });
  if (opened.count === 0) {
    // Withdrawn or opened by somebody else between the reading and the writing.
    const now = await loadCase(tx, report.id);
    return now === undefined || isWaiting(now) ? { reportId: report.id } : whatHappened(tx, now);
  }
  await tx.db.inspection.update({
    where: { id: inspection.id },
    data: {
      state: next,
      openedById: tx.actor.personId,
      openedAt: tx.now.toJSDate(),
      version: { increment: 1 },
    },
  });
  await tellAgain(tx, report);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "review.opened",
    subject: { kind: "inspection", id: inspection.id },
    before: { state: inspection.state, reportId: report.id },
    after: { state: next, revision: report.revision },
  });
  return { reportId: report.id };
}
