/** A reviewer opens a report: from now on the officer cannot take it back. */
import { afterStep } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { INSPECTION_STATES } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isWaiting, loadCase, type ReportCase } from "./case.ts";
import { OVERTAKEN, untilNotOvertaken } from "./overtaken.ts";
import { tellAgain } from "./tell-again.ts";
import { whatHappened } from "./what-happened.ts";

/** Answers the report's id; opening it again changes nothing. */
export async function openReview(ctx: Context, reportId: string): Promise<{ reportId: string } | Refusal> {
  return untilNotOvertaken(ctx, async (tx) => {
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

async function begin(tx: Context, found: ReportCase): Promise<{ reportId: string } | Refusal | typeof OVERTAKEN> {
  const { report, inspection } = found;
  const state = oneOf(INSPECTION_STATES, inspection.state);
  const next = found.corrects ? state : afterStep(state, "open_review");
  if (isRefusal(next)) {
    return next;
  }
  // The inspection first, as every decision does, so that two reviewers never wait for each other.
  const taken = await tx.db.inspection.updateMany({
    where: { id: inspection.id, version: inspection.version },
    data: { state: next, openedById: tx.actor.personId, openedAt: tx.now.toJSDate(), version: { increment: 1 } },
  });
  if (taken.count === 0) {
    return OVERTAKEN;
  }
  await tx.db.report.update({ where: { id: report.id, state: "submitted" }, data: { state: "in_review" } });
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
