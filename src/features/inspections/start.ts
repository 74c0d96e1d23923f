/** Opens a check: a new draft, the one begun earlier, or the returned report to go on from. */
import { HEAD_ANSWERS } from "../../domain/check/answer-key.ts";
import type { Circumstances } from "../../domain/check/circumstances.ts";
import { afterStep } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { InspectionState } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { answersOfReport, rawOfReport } from "./answers.ts";
import { circumstancesNow } from "./circumstances.ts";
import type { RawAnswers } from "./fields.ts";
import { findInspection, findOpenDraft, type InspectionRecord, newestReport, stateOf, subjectOf } from "./store.ts";

/** Answers the id of the draft to show. Starting twice shows the same draft. */
export async function startCheck(ctx: Context, inspectionId: string): Promise<{ draftId: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const inspection = await findInspection(tx.db, inspectionId);
    if (inspection === null) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "start_check", await subjectOf(tx.db, inspection));
    if (refused !== undefined) {
      return refused;
    }
    const open = await findOpenDraft(tx.db, inspectionId);
    return open === null ? begin(tx, inspection) : { draftId: open.id };
  });
}

async function begin(tx: Context, inspection: InspectionRecord): Promise<{ draftId: string } | Refusal> {
  const state = stateOf(inspection);
  // A returned correction: its inspection stays approved until the new revision is.
  if (state === "returned" || (state === "approved" && inspection.returnedDueOn !== null)) {
    return goOnFromReturned(tx, inspection);
  }
  const next = afterStep(state, "start");
  if (isRefusal(next)) {
    return next;
  }
  await fixLoans(tx, inspection);
  await markStarted(tx, inspection, next);
  const known = { [HEAD_ANSWERS.visitMode]: inspection.mode, [HEAD_ANSWERS.inspectors]: tx.actor.name };
  const circumstances = JSON.stringify(await circumstancesNow(tx, inspection));
  const draftId = await createDraft(tx, inspection, { mode: inspection.mode, answers: known, circumstances });
  await noted(tx, inspection, { state: next, draftId });
  return { draftId };
}

async function markStarted(tx: Context, inspection: InspectionRecord, state: InspectionState): Promise<void> {
  await tx.db.inspection.update({
    where: { id: inspection.id, version: inspection.version },
    data: { state, startedAt: inspection.startedAt ?? tx.now.toJSDate(), version: { increment: 1 } },
  });
}

export interface Batched {
  /** As the batch saw the customer. */
  readonly circumstances: Circumstances;
  readonly answers: RawAnswers;
}

/** A check that is begun and finished in one go with others. Answers the id of its draft; joins the caller's transaction. */
export async function beginBatched(
  tx: Context,
  inspection: InspectionRecord,
  { circumstances, answers }: Batched,
): Promise<string | Refusal> {
  const next = afterStep(stateOf(inspection), "start");
  if (isRefusal(next)) {
    return next;
  }
  await fixLoans(tx, inspection);
  await markStarted(tx, inspection, next);
  return createDraft(tx, inspection, {
    mode: "off_site",
    answers,
    circumstances: JSON.stringify(circumstances),
  });
}

/** The loans of a first inspection were named when it was planned; a routine one covers what is live today. */
async function fixLoans(tx: Context, inspection: InspectionRecord): Promise<void> {
  if (inspection.loans.length === 0) {
    await tx.db.inspectionLoan.createMany({
      data: inspection.borrower.loans.map(({ id }) => ({ inspectionId: inspection.id, loanId: id })),
    });
  }
}

async function goOnFromReturned(tx: Context, inspection: InspectionRecord): Promise<{ draftId: string } | Refusal> {
  const report = await newestReport(tx.db, inspection.id);
  if (report === null) {
    return refuse("inspection.not_now", { state: inspection.state });
  }
  const draftId = await draftFromReport(tx, inspection, report.id);
  await noted(tx, inspection, { state: inspection.state, draftId });
  return { draftId };
}

/** A new draft with the answers of the newest revision, its files included. */
export async function draftFromReport(
  tx: Context,
  inspection: InspectionRecord,
  baseReportId: string,
): Promise<string> {
  const report = await newestReport(tx.db, inspection.id);
  const answers = report === null ? {} : rawOfReport(answersOfReport(report.answers));
  const draftId = await createDraft(tx, inspection, {
    mode: report?.mode ?? inspection.mode,
    answers,
    // The same questions as before: a return asks to mend them, not to answer others. What leaves a batch is checked in full.
    circumstances:
      report === null || report.batchId === null
        ? (report?.circumstances ?? null)
        : JSON.stringify(await circumstancesNow(tx, inspection)),
    baseReportId,
  });
  // Its own files: the proof of an attempt and the borrower's signed sheet belong to no draft.
  const files = { inspectionId: inspection.id, draftId: { not: null }, removedAt: null };
  await tx.db.evidence.updateMany({ where: files, data: { draftId } });
  return draftId;
}

interface NewDraft {
  readonly mode: string;
  readonly answers: RawAnswers;
  readonly circumstances: string | null;
  readonly baseReportId?: string;
}

async function createDraft(tx: Context, inspection: InspectionRecord, wanted: NewDraft): Promise<string> {
  const now = tx.now.toJSDate();
  const draft = await tx.db.draft.create({
    data: {
      inspectionId: inspection.id,
      personId: tx.actor.personId,
      policyVersionId: tx.policy.versionId,
      mode: wanted.mode,
      startedAt: now,
      savedAt: now,
      baseReportId: wanted.baseReportId ?? null,
      circumstances: wanted.circumstances,
      answers: {
        create: Object.entries(wanted.answers).map(([key, raw]) => ({ key, raw: JSON.stringify(raw), savedAt: now })),
      },
    },
  });
  return draft.id;
}

async function noted(
  tx: Context,
  inspection: InspectionRecord,
  after: { state: string; draftId: string },
): Promise<void> {
  await record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: tx.actor.personId,
    verb: "inspection.started",
    subject: { kind: "inspection", id: inspection.id },
    before: { state: inspection.state },
    after,
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: "inspection", id: inspection.id });
}
