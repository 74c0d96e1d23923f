/**
 * What the desk itself holds for customers' files: approved reports with their files, and what borrowers signed. Asked by inspection, by
 * which all of it has an index: asked by state, each batch of customers would read what all customers have.
 */
import { keyParts } from "../../domain/check/answer-key.ts";
import { isoDate, latestOf } from "../../domain/dates.ts";
import type { FiledBy, IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";

export interface Held {
  readonly held: Partial<Record<FiledBy, IsoDate>>;
  readonly evidence: Record<string, IsoDate>;
}
export const NOTHING_HELD: Held = { held: {}, evidence: {} };

const REPORTS: Readonly<Record<string, FiledBy | undefined>> = { first: "first_report", routine: "routine_report" };

/** By customer: the newest day of each thing. */
export async function heldOf(ctx: Context, borrowerIds: readonly string[]): Promise<Map<string, Held>> {
  const checks = await inTurns(borrowerIds, (some) => checksOf(ctx, some));
  const found = new Map<string, Held>();
  for (const { borrowerId } of checks) found.set(borrowerId, { held: {}, evidence: {} });
  const inspections = new Map(checks.map((one) => [one.id, one]));
  const of = (inspectionId: string) => found.get(inspections.get(inspectionId)?.borrowerId ?? "") ?? NOTHING_HELD;
  const ids = [...inspections.keys()];
  const approved = await approvedOf(ctx, ids);
  for (const { inspectionId, visitedOn } of approved.values()) {
    const kind = REPORTS[inspections.get(inspectionId)?.kind ?? ""];
    if (kind !== undefined) keepNewest(of(inspectionId).held, kind, isoDate(visitedOn));
  }
  for (const { inspectionId, signedOn } of await signedIn(ctx, ids)) {
    keepNewest(of(inspectionId).held, "confirmation", isoDate(signedOn));
  }
  for (const { inspectionId, reportId, itemKey } of await filesIn(ctx, ids)) {
    const report = approved.get(reportId);
    if (report !== undefined) keepNewest(of(inspectionId).evidence, itemKey, isoDate(report.visitedOn));
  }
  return found;
}

function checksOf({ db }: Context, borrowerIds: readonly string[]) {
  return db.inspection.findMany({
    where: { borrowerId: { in: [...borrowerIds] } },
    select: { id: true, borrowerId: true, kind: true },
  });
}

/** By id. */
async function approvedOf({ db }: Context, inspectionIds: readonly string[]) {
  const reports = await byInspection(inspectionIds, (inspectionId) =>
    db.report.findMany({
      where: { inspectionId },
      select: { id: true, inspectionId: true, visitedOn: true, state: true },
    }),
  );
  return new Map(reports.flatMap((one) => (one.state === "approved" ? [[one.id, one] as const] : [])));
}

async function signedIn({ db }: Context, inspectionIds: readonly string[]) {
  const sheets = await byInspection(inspectionIds, (inspectionId) =>
    db.confirmationSheet.findMany({
      where: { inspectionId },
      select: { inspectionId: true, answers: { select: { signedOn: true } } },
    }),
  );
  return sheets.flatMap(({ inspectionId, answers }) => answers.map(({ signedOn }) => ({ inspectionId, signedOn })));
}

/** Stored ones of reports, by the item that asked for them. */
async function filesIn({ db }: Context, inspectionIds: readonly string[]) {
  const files = await byInspection(inspectionIds, (inspectionId) =>
    db.evidence.findMany({
      where: { inspectionId },
      select: { inspectionId: true, reportId: true, answerKey: true, state: true, removedAt: true },
    }),
  );
  return files.flatMap(({ inspectionId, reportId, answerKey, state, removedAt }) =>
    reportId === null || state !== "stored" || removedAt !== null
      ? []
      : [{ inspectionId, reportId, itemKey: keyParts(answerKey).itemKey }],
  );
}

const byInspection = <R>(ids: readonly string[], ask: (of: { in: string[] }) => Promise<readonly R[]>) =>
  inTurns(ids, (some) => ask({ in: some }));

function keepNewest<K extends string>(days: Partial<Record<K, IsoDate>>, key: K, day: IsoDate): void {
  const known = days[key];
  days[key] = known === undefined ? day : latestOf(known, day);
}
