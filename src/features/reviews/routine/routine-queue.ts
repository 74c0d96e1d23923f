/** What waits for a reviewer, sorted: clean routine reports, which are approved together, and what stands out, with why (R70). */
import { type OutlierReason, standsOut } from "../../../domain/routine-report.ts";
import { localDate, momentFromDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import { type QueueEntry, waitingFor } from "../../review-queue/index.ts";
import { borrowersWithSignals } from "../../signals/index.ts";

export interface RoutineQueue {
  /** All, worst first and then oldest. */
  readonly entries: readonly QueueEntry[];
  /** Submitted one by one; what was submitted as a batch is reviewed as one. The oldest first. */
  readonly clean: readonly QueueEntry[];
  readonly why: ReadonlyMap<string, readonly OutlierReason[]>;
}

export async function routineQueue(ctx: Context): Promise<RoutineQueue> {
  const entries = await waitingFor(ctx.db, ctx.actor.personId, ctx.now);
  const single = entries.filter(({ batch }) => batch === undefined);
  const why = await reasonsOf(ctx, single);
  const clean = single
    .filter(({ reportId }) => why.get(reportId)?.length === 0)
    .toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  return { entries, clean, why };
}

async function reasonsOf(ctx: Context, entries: readonly QueueEntry[]): Promise<Map<string, OutlierReason[]>> {
  const rows = await byId(
    entries.map(({ reportId }) => reportId),
    (some) => factsOf(ctx, some),
  );
  const [warned, disagreed, overridden] = await Promise.all([
    borrowersWithSignals(
      ctx,
      [...rows.values()].map(({ inspection }) => inspection.borrowerId),
    ),
    disagreedParts(ctx, [...rows.values()]),
    letThrough(ctx, [...rows.keys()]),
  ]);
  return new Map(
    entries.flatMap((entry) => {
      const row = rows.get(entry.reportId);
      if (row === undefined) return [];
      const facts = {
        level: entry.level,
        hasOpenSignal: warned.has(row.inspection.borrowerId),
        foundRisk: row.answers.length > 0,
        explained: row.findings.length > 0 || overridden.has(row.id),
        borrowerDisagreed: disagreed.has(`${row.inspectionId} ${row.partHash}`),
        isDecidable: entry.decidableSince !== undefined,
        revision: entry.revision,
        submittedOn: localDate(momentFromDate(entry.submittedAt), entry.unit.timeZone),
        dueOn: row.inspection.dueOn,
        kind: entry.kind,
        isOpened: entry.opened !== undefined,
      };
      return [[entry.reportId, standsOut(facts)] as const];
    }),
  );
}

function factsOf(ctx: Context, ids: string[]) {
  const asked = ctx.policy.policy.gate.risks?.asked_by ?? "";
  return ctx.db.report.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      inspectionId: true,
      partHash: true,
      inspection: { select: { borrowerId: true, dueOn: true } },
      answers: { where: { itemKey: asked, value: "yes" }, select: { itemKey: true } },
      findings: { select: { id: true }, take: 1 },
    },
  });
}

async function disagreedParts(
  ctx: Context,
  rows: readonly { readonly inspectionId: string; readonly partHash: string | null }[],
): Promise<ReadonlySet<string>> {
  const sheets = await byId(
    rows.filter(({ partHash }) => partHash !== null).map(({ inspectionId }) => inspectionId),
    (some) =>
      ctx.db.confirmationSheet.findMany({
        where: { inspectionId: { in: some }, answers: { some: { answer: { not: "confirmed" } } } },
        select: { id: true, inspectionId: true, partHash: true },
      }),
  );
  return new Set([...sheets.values()].map(({ inspectionId, partHash }) => `${inspectionId} ${partHash}`));
}

async function letThrough(ctx: Context, reportIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await byId(reportIds, (some) =>
    ctx.db.gateOverride.findMany({ where: { reportId: { in: some } }, select: { id: true, reportId: true } }),
  );
  return new Set([...rows.values()].flatMap(({ reportId }) => reportId ?? []));
}
