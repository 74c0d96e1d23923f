/**
 * The reviewer's one standing message. It is edited when something joins or leaves the queue; a new one comes when the
 * queue was empty or the report carries an orange or red, and the old one then points to it.
 */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
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
import { notByPersons } from "./parties.ts";
import { eligibleReviewers, type Reviewers } from "./reviewers.ts";
import { type AnnouncedReport, loadAnnounced, standingMessage } from "./store.ts";
import { type QueueEntry, waitingFor } from "./waiting.ts";

const SEVERE: readonly (string | null)[] = ["orange", "red"];

/** To be called in the transaction of the submission. Answers who was asked; nothing where nobody may decide it. */
export async function announceSubmission(tx: Context, reportId: string): Promise<Reviewers | undefined> {
  const report = await loadAnnounced(tx.db, reportId);
  const reviewers = await eligibleReviewers(tx.db, report, tx.now);
  if (reviewers === undefined) {
    await tellManagers(tx, report);
    return undefined;
  }
  for (const personId of reviewers.personIds) {
    await tellReviewer(tx, personId, report);
  }
  await markStale(tx, { kind: REPORT_SUBJECT, id: reportId });
  return reviewers;
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

async function tellReviewer(tx: Context, personId: string, report: AnnouncedReport): Promise<void> {
  const waiting = await waitingFor(tx.db, personId, tx.now);
  const standing = await standingMessage(tx.db, personId);
  const isNews = waiting.every((entry) => entry.reportId === report.id) || SEVERE.includes(report.level);
  if (standing !== null && !isNews) {
    await joinStanding(tx, standing.id, report);
    return;
  }
  if (standing !== null) {
    await drawAgain(tx, standing.id);
  }
  await promise(tx, {
    key: queueKey(personId, reportNumber(report.inspection.number, report.revision)),
    kind: QUEUE_KIND,
    personId,
    urgent: SEVERE.includes(report.level),
    refs: { reportId: report.id },
    items: waiting.flatMap(itemsOf),
  });
}

function itemsOf({ reportId, inspectionId }: QueueEntry) {
  return [
    { kind: REPORT_SUBJECT, id: reportId, stage: "waiting" },
    { kind: INSPECTION_SUBJECT, id: inspectionId, stage: "waiting" },
  ];
}

async function joinStanding(tx: Context, messageId: string, report: AnnouncedReport): Promise<void> {
  const subjects = [
    { subjectKind: REPORT_SUBJECT, subjectId: report.id },
    { subjectKind: INSPECTION_SUBJECT, subjectId: report.inspectionId },
  ];
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
