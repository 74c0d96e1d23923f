/**
 * One submission: each customer that was looked at gets a report of its own, all of them in one transaction or none. Whoever is
 * no longer as they were shown leaves the batch first, and the officer is told before anything is submitted.
 */
import { checkAll, datedAnswers } from "../../domain/check/check-answers.ts";
import type { FieldError } from "../../domain/check/types.ts";
import { judgeConclusion } from "../../domain/gate/judge-conclusion.ts";
import { wordsOf } from "../../domain/gate/policy-words.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { isRowChanged, isUniqueConflict, refusedByGuard } from "../../platform/storage/index.ts";
import { beginBatched, fileReport, findingsOf, loadSheet, subjectOf, WHAT_IS_NEW } from "../inspections/index.ts";
import { announceSubmissions } from "../review-queue/index.ts";
import type { BatchItem } from "./batch-items.ts";
import { answersOf, type BatchSheet, isCopied, loadBatchSheet, saysWhatIsNew } from "./batch-sheet.ts";
import { BATCH_SUBJECT, seenKey } from "./ids.ts";
import { ownOpen } from "./open.ts";

export interface BatchSubmitted {
  readonly batchId: string;
  readonly number: string;
  readonly reportIds: readonly string[];
  readonly inspectionIds: readonly string[];
}

/** What must be mended first: at its field, or a customer who is not as they were shown any more. */
export interface BatchUnfinished {
  readonly errors: readonly FieldError[];
  readonly lost: readonly string[];
}

const TRIES = 3;
/** Twenty reports take a second or two; the officer is told that they are being written, and a busy machine gets its time. */
const LIMIT_MS = 30_000;

/** Somebody else changed one of the checks between the reading and the writing: nothing was written. */
class Overtaken extends Error {}

export async function submitBatch(ctx: Context, batchId: string): Promise<BatchSubmitted | BatchUnfinished | Refusal> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await inTransaction(ctx, (tx) => submitOnce(tx, batchId), LIMIT_MS);
    } catch (failure) {
      if (tried === TRIES || !isOvertaken(failure)) throw failure;
    }
  }
}

function isOvertaken(failure: unknown): boolean {
  const isMet = isRowChanged(failure) || isUniqueConflict(failure) || refusedByGuard(failure) !== undefined;
  return isMet || failure instanceof Overtaken;
}

async function submitOnce(tx: Context, batchId: string): Promise<BatchSubmitted | BatchUnfinished | Refusal> {
  // Two presses at once: the second waits here until the first is done, and then finds it submitted.
  await tx.db.offSiteBatch.updateMany({
    where: { id: batchId, personId: tx.actor.personId, submittedAt: null },
    data: { savedAt: tx.now.toJSDate() },
  });
  const batch = await ownOpen(tx, batchId);
  if (isRefusal(batch)) {
    return batch;
  }
  const sheet = await loadBatchSheet(tx, batch);
  if (sheet.lost.length > 0) {
    await forget(tx, batchId, sheet.lost);
    return { errors: [], lost: sheet.lost };
  }
  const refused = sheet.seen.length === 0 ? refuse("batch.none_seen") : await notAllowed(tx, sheet.seen);
  if (refused !== undefined) {
    return refused;
  }
  const errors = await errorsOf(tx, sheet);
  return errors.length > 0 ? { errors, lost: [] } : fileAll(tx, sheet);
}

/** Their ticks are gone; what was typed stays. */
async function forget(tx: Context, batchId: string, inspectionIds: readonly string[]): Promise<void> {
  await tx.db.batchAnswer.deleteMany({ where: { batchId, key: { in: inspectionIds.map(seenKey) } } });
}

async function notAllowed(tx: Context, items: readonly BatchItem[]): Promise<Refusal | undefined> {
  for (const { inspection } of items) {
    const refused = authorize(tx, "submit_report", await subjectOf(tx.db, inspection));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Each field once, whoever of the customers it is wrong for: a limit of one of the loans is no figure for any of them. */
export async function errorsOf(ctx: Context, sheet: BatchSheet): Promise<FieldError[]> {
  const errors = new Map<string, FieldError>();
  for (const item of sheet.seen) {
    const { answers } = answersOf(item, sheet.typed);
    for (const error of checkAll(item.form, answers, item.facts)) {
      if (!errors.has(error.answerKey)) errors.set(error.answerKey, error);
    }
  }
  const unsaid = errors.size > 0 ? undefined : await unexplained(ctx, sheet);
  return [...errors.values(), ...(unsaid === undefined ? [] : [unsaid])];
}

/** What is new in it is held to the same measure as the conclusion. */
async function unexplained(ctx: Context, sheet: BatchSheet): Promise<FieldError | undefined> {
  if (!(await isCopied(ctx, sheet))) return undefined;
  const wrong = (code: string, values = {}) => ({
    stepId: "conclusion",
    answerKey: WHAT_IS_NEW,
    refusal: refuse(code, values, WHAT_IS_NEW),
  });
  const said = saysWhatIsNew(sheet);
  if (said === "") return wrong("check.error.required");
  const known = { amountsYuan: [], termMonths: [] };
  const { empty, stopPhrases, negated } = judgeConclusion(said, wordsOf(ctx.policy.policy), known);
  return empty === undefined ? undefined : wrong(`gate.${empty}`, { said: [...stopPhrases, ...negated].join(", ") });
}

async function fileAll(tx: Context, sheet: BatchSheet): Promise<BatchSubmitted> {
  const { batch } = sheet;
  const found = [];
  // All findings before the first report: the reports of one batch are no copies of each other.
  for (const item of sheet.seen) {
    found.push(await ready(tx, item, sheet));
  }
  const reportIds: string[] = [];
  for (const { check, answers, findings } of found) {
    const filed = await fileReport(tx, check, answers, findings, batch);
    if (isRefusal(filed)) throw new Overtaken();
    reportIds.push(filed.reportId);
  }
  await tx.db.offSiteBatch.update({
    where: { id: batch.id },
    data: { submittedAt: tx.now.toJSDate(), policyVersionId: tx.policy.versionId },
  });
  await record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: tx.actor.personId,
    verb: "batch.submitted",
    subject: { kind: BATCH_SUBJECT, id: batch.id },
    after: { number: batch.number, reportIds, leftOut: sheet.exceptions.map(singledOut) },
    policyVersionId: tx.policy.versionId,
  });
  await announceSubmissions(tx, reportIds);
  const inspectionIds = sheet.seen.map(({ inspection }) => inspection.id);
  return { batchId: batch.id, number: batch.number, reportIds, inspectionIds };
}

const singledOut = ({ inspection, exceptions }: BatchItem) => ({
  inspection: inspection.number,
  because: exceptions.map(({ kind }) => kind),
});

async function ready(tx: Context, item: BatchItem, { typed }: BatchSheet) {
  const { circumstances, inspection } = item;
  const begun = await beginBatched(tx, inspection, { circumstances, answers: answersOf(item, typed).raw });
  const check = isRefusal(begun) ? undefined : await loadSheet(tx, begun);
  if (check === undefined) throw new Overtaken();
  const answers = datedAnswers(check.form, check.answers);
  return { check, answers, findings: await findingsOf(tx, check, answers) };
}
