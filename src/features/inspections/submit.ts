/** A finished check becomes a report: unchangeable, hashed, on the reviewer's desk, with the next inspection planned. */

import { createHash } from "node:crypto";
import { HEAD_ANSWERS, keyParts } from "../../domain/check/answer-key.ts";
import { canonicalText } from "../../domain/check/canonical-text.ts";
import { datedAnswers } from "../../domain/check/check-answers.ts";
import { highestLevel, outOfRange } from "../../domain/check/out-of-range.ts";
import { unaskedAfter } from "../../domain/check/rotation.ts";
import type { Answers, FieldError } from "../../domain/check/types.ts";
import { isoDate } from "../../domain/dates.ts";
import { afterStep } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { planNextAfter } from "../planning/index.ts";
import { announceSubmissions } from "../review-queue/index.ts";
import { storedValue } from "./answers.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { storedCircumstances } from "./circumstances.ts";
import { claimFacts } from "./claim-facts.ts";
import { partHashOf, remindOfConfirmation } from "./confirmation-due.ts";
import { type CheckFindings, findingsOf } from "./findings.ts";
import { keepFindings, keepOverrides } from "./keep-findings.ts";
import { refusalsOf } from "./refusals.ts";
import { newestReport, stateOf, subjectOf } from "./store.ts";
import { SUMMARY_KEYS, saidAtSummary, unexplained } from "./summary-questions.ts";

export interface Submitted {
  readonly reportId: string;
  readonly number: string;
  readonly revision: number;
}

export interface BatchNamed {
  readonly id: string;
  readonly number: string;
}

/** What must be mended first, each at its field. */
export interface Incomplete {
  readonly errors: readonly FieldError[];
}

export async function submitReport(ctx: Context, draftId: string): Promise<Submitted | Incomplete | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const sheet = await loadSheet(tx, draftId);
    if (sheet === undefined) {
      return refuse("not_found", { number: "" });
    }
    const refused =
      authorize(tx, "submit_report", await subjectOf(tx.db, sheet.inspection)) ?? (await notReady(tx, sheet));
    if (refused !== undefined) {
      return refused;
    }
    const answers = datedAnswers(sheet.form, sheet.answers);
    const errors = await refusalsOf(tx, sheet, answers);
    const findings = await findingsOf(tx, sheet, answers);
    const all = errors.length > 0 ? errors : unexplained(findings, sheet);
    if (all.length > 0) {
      return { errors: all };
    }
    const filed = await fileReport(tx, sheet, answers, findings);
    if (!isRefusal(filed)) {
      await announceSubmissions(tx, [filed.reportId]);
    }
    return filed;
  });
}

async function notReady(tx: Context, { draft, inspection }: CheckSheet): Promise<Refusal | undefined> {
  if (draft.closedAt !== null) {
    return refuse("draft.closed", { number: inspection.number });
  }
  const waiting = await tx.db.evidence.count({ where: { draftId: draft.id, state: "pending", removedAt: null } });
  return waiting > 0 ? refuse("files.pending", { count: waiting }) : undefined;
}

/** A sheet without errors becomes a report; whoever calls announces it. `batch`: the one it is submitted in. */
export async function fileReport(
  tx: Context,
  sheet: CheckSheet,
  answers: Answers,
  findings: CheckFindings,
  batch?: BatchNamed,
): Promise<Submitted | Refusal> {
  const { inspection, draft } = sheet;
  const correcting = stateOf(inspection) === "approved";
  const next = correcting ? "approved" : afterStep(stateOf(inspection), "submit");
  if (isRefusal(next)) {
    return next;
  }
  const revision = ((await newestReport(tx.db, inspection.id))?.revision ?? 0) + 1;
  const report = await createReport(tx, sheet, answers, { revision, batch });
  await remindOfConfirmation(tx, report);
  await keepFindings(tx, report.id, sheet, findings);
  await keepOverrides(tx, report.id, findings);
  await tx.db.draft.update({ where: { id: draft.id }, data: { closedAt: tx.now.toJSDate() } });
  await tx.db.evidence.updateMany({ where: storedFiles(draft.id), data: { reportId: report.id } });
  await tx.db.inspection.update({
    where: { id: inspection.id, version: inspection.version },
    data: {
      state: next,
      submittedAt: inspection.submittedAt ?? tx.now.toJSDate(),
      submittedOn: inspection.submittedOn ?? sheet.facts.today,
      returnedDueOn: null,
      openedById: null,
      openedAt: null,
      version: { increment: 1 },
    },
  });
  if (!correcting) {
    await planNextAfter(tx, { inspectionId: inspection.id, visitedOn: isoDate(report.visitedOn), mode: sheet.mode });
  }
  await record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: tx.actor.personId,
    verb: "report.submitted",
    subject: { kind: "inspection", id: inspection.id },
    before: { state: inspection.state },
    after: { state: next, reportId: report.id, revision, contentHash: report.contentHash, level: report.level },
    policyVersionId: draft.policyVersionId,
  });
  await markStale(tx, { kind: "inspection", id: inspection.id });
  return { reportId: report.id, number: inspection.number, revision };
}

interface Filing {
  readonly revision: number;
  readonly batch: BatchNamed | undefined;
}

async function createReport(tx: Context, sheet: CheckSheet, answers: Answers, { revision, batch }: Filing) {
  const { inspection, draft, form, facts } = sheet;
  const content = canonicalText({
    inspection: inspection.number,
    revision,
    policyVersion: draft.policyVersionId,
    submittedBy: tx.actor.personId,
    answers: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { ...answer }])),
    evidence: await evidenceHashes(tx, draft.id),
    ...explained(sheet),
    ...(batch === undefined ? {} : { batch: batch.number }),
  });
  const items = new Map(form.steps.flatMap(({ items }) => items.map((item) => [item.answerKey, item])));
  const visitedOn = answers[HEAD_ANSWERS.visitedOn]?.value;
  const report = await tx.db.report.create({
    data: {
      id: newId(),
      inspectionId: inspection.id,
      revision,
      state: "submitted",
      submittedById: tx.actor.personId,
      submittedAt: tx.now.toJSDate(),
      submittedOn: facts.today,
      policyVersionId: draft.policyVersionId,
      mode: sheet.mode,
      visitedOn: typeof visitedOn === "string" ? isoDate(visitedOn) : facts.today,
      level: highestLevel(form, answers, facts) ?? null,
      content,
      contentHash: createHash("sha256").update(content).digest("hex"),
      circumstances: draft.circumstances,
      unaskedAfter: JSON.stringify(unaskedNow(sheet)),
      partHash: partHashOf(sheet, answers) ?? null,
      batchId: batch?.id ?? null,
    },
  });
  await tx.db.answer.createMany({
    data: Object.entries(answers).map(([key, answer]) => {
      const item = items.get(key);
      return {
        reportId: report.id,
        ...keyParts(key),
        value: storedValue(answer),
        unit: answer.unit ?? null,
        asOf: answer.asOf ?? null,
        level: item === undefined ? null : (outOfRange(item, answer, answers, facts)?.level ?? null),
      };
    }),
  });
  await claimFacts(tx, sheet, answers, report.id);
  return report;
}

/** What the officer said to the gate, as part of what they sign. */
function explained(sheet: CheckSheet): Record<string, Record<string, string>> {
  const said = SUMMARY_KEYS.map((key) => [key, saidAtSummary(sheet, key)] as const).filter(([, text]) => text !== "");
  return said.length === 0 ? {} : { explained: Object.fromEntries(said) };
}

/** For the next check: how long each rotating item has gone unasked. */
function unaskedNow({ draft, form }: CheckSheet): Record<string, number> {
  const rotating = form.steps.flatMap(({ items }) => items).filter(({ rotates }) => rotates !== undefined);
  return unaskedAfter(storedCircumstances(draft)?.unaskedFor ?? {}, rotating, form.passedOver);
}

/** What is ours to show: a file that could not be stored is no evidence. */
const storedFiles = (draftId: string) => ({ draftId, removedAt: null, state: "stored" });

async function evidenceHashes(tx: Context, draftId: string): Promise<string[]> {
  const files = await tx.db.evidence.findMany({
    where: storedFiles(draftId),
    orderBy: { id: "asc" },
    select: { answerKey: true, sha256: true },
  });
  return files.map(({ answerKey, sha256 }) => `${answerKey} ${sha256 ?? ""}`);
}
