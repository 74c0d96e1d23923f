/** The next inspection is planned when a report is submitted, and counts from the visit; a report that is taken back undoes it. */
import { isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { markAllStale } from "./apply.ts";
import type { BorrowerRecord } from "./borrower-facts.ts";
import { loadRecords } from "./load-records.ts";
import { applyToRecords, planBatch } from "./plan-borrowers.ts";
import { recountVisits, type Visit } from "./visits.ts";

export interface NextInspection {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly dueOn: IsoDate;
}

/**
 * Notes the visit on the borrower and plans what comes next, in the caller's transaction. Call it after the inspection's own
 * state has been written, at every submission: a corrected visit date moves what was planned. Answers the next one, if any.
 */
export async function planNextAfter(tx: Context, visit: Visit): Promise<NextInspection | undefined> {
  const borrowerId = await borrowerOf(tx, visit.inspectionId);
  await recountVisits(tx, borrowerId, visit.inspectionId, visit);
  await planBatch(tx, [borrowerId], { why: "submission", plannedById: visit.inspectionId });
  return nextOf(tx, borrowerId);
}

/** In the caller's transaction, when something happened that moves a customer's other inspections. `why` is for the audit. */
export async function planAgain(tx: Context, borrowerId: string, why: string): Promise<void> {
  await planBatch(tx, [borrowerId], { why });
}

/**
 * The visit of this inspection does not count any more: its report was withdrawn or rejected. What it had planned is
 * cancelled, and the dates count from the visit before. Of an inspection that is to be filled in again, call it before its
 * state goes back to `started`; of one that has ended, call it after its state says so.
 */
export async function undoPlanned(tx: Context, inspectionId: string): Promise<void> {
  const borrowerId = await borrowerOf(tx, inspectionId);
  await cancelPlannedBy(tx, inspectionId);
  await recountVisits(tx, borrowerId, inspectionId);
  const records = (await loadRecords(tx, [borrowerId])).map((record) => asIfStarted(record, inspectionId));
  await applyToRecords(tx, records, { why: "report_taken_back" });
}

async function borrowerOf(tx: Context, inspectionId: string): Promise<string> {
  const { borrowerId } = await tx.db.inspection.findUniqueOrThrow({
    where: { id: inspectionId },
    select: { borrowerId: true },
  });
  return borrowerId;
}

async function cancelPlannedBy(tx: Context, inspectionId: string): Promise<void> {
  const planned = { plannedById: inspectionId, state: "planned" };
  const rows = await tx.db.inspection.findMany({ where: planned, select: { id: true } });
  await tx.db.inspection.updateMany({
    where: planned,
    data: { state: "cancelled", closedAt: tx.now.toJSDate(), version: { increment: 1 } },
  });
  await markAllStale(
    tx,
    rows.map(({ id }) => id),
  );
}

/** It is about to be filled in again, so that nothing of its kind is planned beside it. */
function asIfStarted(record: BorrowerRecord, inspectionId: string): BorrowerRecord {
  const known = record.known.map((one) => (one.id === inspectionId ? { ...one, state: "started" as const } : one));
  return { ...record, known };
}

async function nextOf(tx: Context, borrowerId: string): Promise<NextInspection | undefined> {
  const next = await tx.db.inspection.findFirst({
    where: { borrowerId, state: "planned" },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { id: true, number: true, kind: true, dueOn: true },
  });
  return next === null ? undefined : { ...next, dueOn: isoDate(next.dueOn) };
}
