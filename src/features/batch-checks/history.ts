/** What the record knows of the customers of a batch besides how they stand now: their reports, measures and changed facts. */
import { listedBy } from "../../domain/lists-by-key.ts";
import type { WatchedFact } from "../../domain/policy/off-site-batch.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type InspectionRecord, STANDING } from "../inspections/index.ts";

export interface ChangeRow {
  readonly subjectId: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly recordedAt: Date;
}

export type PastReport = Awaited<ReturnType<typeof singleReports>>[number];

export interface CustomerHistory {
  /** The last report that was made singly. */
  readonly last: PastReport | undefined;
  readonly lastSubmittedAt: Date | undefined;
  /** How many checks since that one were done in a batch. */
  readonly batchesSince: number;
  /** Not closed yet. */
  readonly measures: number;
  /** Of the customer and the loans, oldest first. */
  readonly changes: readonly ChangeRow[];
}

/** By borrower. A few questions for all of them together, however many there are. */
export async function historiesOf(
  ctx: Context,
  inspections: readonly InspectionRecord[],
): Promise<Map<string, CustomerHistory>> {
  const borrowerIds = [...new Set(inspections.map(({ borrowerId }) => borrowerId))];
  const reports = await inTurns(borrowerIds, (some) => reportsOf(ctx, some));
  const ofBorrower = listedBy(reports, ({ inspection }) => inspection.borrowerId);
  const lastIds = borrowerIds.flatMap((id) => ofBorrower.get(id)?.find(({ batchId }) => batchId === null)?.id ?? []);
  const lasts = new Map((await singleReports(ctx, lastIds)).map((one) => [one.id, one]));
  const measures = await openMeasures(ctx, borrowerIds);
  const subjects = inspections.flatMap(({ borrower }) => [borrower.id, ...borrower.loans.map(({ id }) => id)]);
  const changes = listedBy(await changesOf(ctx, subjects), ({ subjectId }) => subjectId);
  return new Map(
    inspections.map(({ borrowerId, borrower }) => {
      const past = ofBorrower.get(borrowerId) ?? [];
      const single = past.findIndex(({ batchId }) => batchId === null);
      return [
        borrowerId,
        {
          last: lasts.get(past[single]?.id ?? ""),
          lastSubmittedAt: past[0]?.submittedAt,
          batchesSince: single === -1 ? past.length : single,
          measures: measures.get(borrowerId) ?? 0,
          changes: [borrowerId, ...borrower.loans.map(({ id }) => id)].flatMap((id) => changes.get(id) ?? []),
        },
      ];
    }),
  );
}

/** Newest first. */
function reportsOf(ctx: Context, borrowerIds: readonly string[]) {
  return ctx.db.report.findMany({
    where: { state: { in: [...STANDING] }, inspection: { borrowerId: { in: [...borrowerIds] } } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    select: { id: true, batchId: true, submittedAt: true, inspection: { select: { borrowerId: true } } },
  });
}

function singleReports(ctx: Context, ids: readonly string[]) {
  return inTurns(ids, (some) => ctx.db.report.findMany({ where: { id: { in: some } }, include: { answers: true } }));
}

async function openMeasures(ctx: Context, borrowerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await inTurns(borrowerIds, (some) =>
    ctx.db.case.findMany({
      where: { borrowerId: { in: some }, kind: "measure", state: { in: ["open", "reported"] } },
      select: { borrowerId: true },
    }),
  );
  const counts = new Map<string, number>();
  for (const { borrowerId } of rows) counts.set(borrowerId, (counts.get(borrowerId) ?? 0) + 1);
  return counts;
}

/** The record's names of the facts that a policy may watch. */
const WATCHED: Readonly<Record<string, WatchedFact>> = {
  name: "name",
  identityNumber: "identity_number",
  phone: "phone",
  address: "address",
  principalMinor: "principal",
  maturesOn: "maturity",
  purpose: "purpose",
  tier: "tier",
  guarantors: "guarantors",
};

export function watchedFact({ field }: Pick<ChangeRow, "field">): WatchedFact | undefined {
  return WATCHED[field];
}

function changesOf(ctx: Context, subjectIds: readonly string[]): Promise<ChangeRow[]> {
  return inTurns(subjectIds, (some) =>
    ctx.db.factChange.findMany({
      where: {
        subjectKind: { in: ["borrower", "loan"] },
        subjectId: { in: some },
        field: { in: [...Object.keys(WATCHED), "drawnMinor", "pastDueSince"] },
      },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      select: { subjectId: true, field: true, before: true, after: true, recordedAt: true },
    }),
  );
}
