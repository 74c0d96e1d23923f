/**
 * The reviewer's one standing message. It is edited when something joins or leaves the queue; a new one comes when the
 * queue was empty or the report carries an orange or red, and the old one then points to it.
 */

import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale, markStaleWhere, promise } from "../../platform/outbox/promise.ts";
import { holdersByUnit, nearestHolders, unitPath } from "../people/index.ts";
import {
  INSPECTION_SUBJECT,
  NOBODY_KIND,
  nobodyKey,
  QUEUE_KIND,
  queueKey,
  REPORT_SUBJECT,
  reportNumber,
} from "./ids.ts";
import { isSevere } from "./narrow.ts";
import { notByPersons } from "./parties.ts";
import { eligibleReviewers } from "./reviewers.ts";
import { type AnnouncedReport, loadAnnounced, standingMessage } from "./store.ts";
import { type QueueEntry, waitingFor } from "./waiting.ts";

/** To be called in the transaction of the submission, once for what is submitted together: each reviewer is told once. */
export async function announceSubmissions(tx: Context, reportIds: readonly string[]): Promise<void> {
  const byReviewer = new Map<string, AnnouncedReport[]>();
  for (const reportId of reportIds) {
    const report = await loadAnnounced(tx.db, reportId);
    const reviewers = await eligibleReviewers(tx.db, report, tx.now);
    for (const personId of reviewers?.personIds ?? []) {
      addTo(byReviewer, personId, report);
    }
    if (reviewers === undefined) {
      await tellManagers(tx, report);
    }
  }
  for (const [personId, reports] of byReviewer) {
    await tellReviewer(tx, personId, reports);
  }
  for (const id of reportIds) {
    await markStale(tx, { kind: REPORT_SUBJECT, id });
  }
}

/** The report left the queue without a decision: every list that shows it is drawn again. */
export async function submissionGone(tx: Context, reportId: string): Promise<void> {
  await markStale(tx, { kind: REPORT_SUBJECT, id: reportId });
}

/** Reports fall to somebody else now: each of these persons' standing messages is drawn again. */
export async function redrawQueuesOf(tx: Context, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const standing = await standingMessage(tx.db, personId);
    await (standing === null ? undefined : drawAgain(tx, standing.id));
  }
}

async function tellReviewer(tx: Context, personId: string, reports: readonly AnnouncedReport[]): Promise<void> {
  const waiting = await waitingFor(tx.db, personId, tx.now);
  const standing = await standingMessage(tx.db, personId);
  const severe = reports.find(({ level }) => isSevere(level));
  const isNews = severe !== undefined || waiting.every((entry) => reports.some(({ id }) => entry.reportId === id));
  if (standing !== null && !isNews) {
    await joinStanding(tx, standing.id, reports);
    return;
  }
  if (standing !== null) {
    await drawAgain(tx, standing.id);
  }
  const named = severe ?? reports[0];
  if (named === undefined) {
    return;
  }
  await promise(tx, {
    key: queueKey(personId, reportNumber(named.inspection.number, named.revision)),
    kind: QUEUE_KIND,
    personId,
    urgent: severe !== undefined,
    refs: { reportId: named.id },
    items: waiting.flatMap(itemsOf),
  });
}

function itemsOf({ reportId, inspectionId }: QueueEntry) {
  return [
    { kind: REPORT_SUBJECT, id: reportId, stage: "waiting" },
    { kind: INSPECTION_SUBJECT, id: inspectionId, stage: "waiting" },
  ];
}

async function joinStanding(tx: Context, messageId: string, reports: readonly AnnouncedReport[]): Promise<void> {
  const subjects = reports.flatMap(({ id, inspectionId }) => [
    { subjectKind: REPORT_SUBJECT, subjectId: id },
    { subjectKind: INSPECTION_SUBJECT, subjectId: inspectionId },
  ]);
  for (const subject of subjects) {
    await tx.db.outboxItem.upsert({
      where: { messageId_subjectKind_subjectId: { messageId, ...subject } },
      create: { messageId, ...subject, stage: "waiting" },
      update: {},
    });
  }
  await drawAgain(tx, messageId);
}

/** Every standing message says how long its reports wait: a new day draws it again. An edit alerts nobody. */
export async function redrawQueues(ctx: Context): Promise<number> {
  const reports = await ctx.db.report.findMany({
    where: { state: { in: [...WAITING_REPORT_STATES] } },
    select: { id: true },
  });
  for (const { id } of reports) {
    await inTransaction(ctx, (tx) => markStale(tx, { kind: REPORT_SUBJECT, id }));
  }
  return reports.length;
}

function drawAgain(tx: Context, messageId: string): Promise<void> {
  return markStaleWhere(tx, { id: messageId });
}

/** Nobody on the whole path may decide: the nearest manager learns it, or the report would wait unseen. */
async function tellManagers(tx: Context, report: AnnouncedReport): Promise<void> {
  const path = await unitPath(tx.db, report.inspection.unitId);
  const holders = await holdersByUnit(tx.db, "unit_manager", path, tx.now);
  const managers = nearestHolders(path, holders, await notByPersons(tx.db, report, tx.now));
  for (const personId of managers?.personIds ?? []) {
    await promise(tx, {
      key: nobodyKey(personId, report.id),
      kind: NOBODY_KIND,
      personId,
      refs: { reportId: report.id },
      items: [{ kind: REPORT_SUBJECT, id: report.id, stage: "nobody" }],
    });
  }
}
