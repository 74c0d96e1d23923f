/** What nobody answered in time is the manager's to decide: told once, whoever's tick finds it. */
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { type BatchRow, isMoot, loadBatch, unitOf } from "./batch.ts";
import { ESCALATED } from "./ids.ts";
import { leadersOf } from "./leaders.ts";
import { coveredBy, drawAgain, tellBatch } from "./tell.ts";

const BATCHES_AT_ONCE = 100;

/** How many requests went to a manager. Run it as often as you like. */
export async function escalateHandovers(ctx: Context): Promise<number | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const due = await ctx.db.handover.findMany({
    where: { state: "asked", answerBy: { lte: ctx.now.toJSDate() } },
    orderBy: { answerBy: "asc" },
    distinct: ["batchId"],
    take: BATCHES_AT_ONCE,
    select: { batchId: true },
  });
  let escalated = 0;
  for (const { batchId } of due) {
    if (batchId !== null) {
      escalated += (await inTransaction(ctx, (tx) => escalate(tx, batchId))) ? 1 : 0;
    }
  }
  return escalated;
}

async function escalate(tx: Context, batchId: string): Promise<boolean> {
  const taken: BatchRow[] = [];
  const rows = await loadBatch(tx, batchId);
  for (const row of rows.filter(({ state }) => state === "asked")) {
    const state = isMoot(row) ? "withdrawn" : "escalated";
    const { count } = await tx.db.handover.updateMany({
      where: { id: row.id, state: "asked", version: row.version },
      data: { state, version: { increment: 1 } },
    });
    if (count === 1 && state === "escalated") taken.push(row);
  }
  await drawAgain(tx, batchId, rows);
  if (taken.length === 0) {
    return false;
  }
  const managers = await tellManagers(tx, batchId, taken);
  const others = taken.flatMap(({ fromPersonId, askedById }) => [
    askedById,
    ...(fromPersonId === null ? [] : [fromPersonId]),
  ]);
  await tellBatch(
    tx,
    batchId,
    taken,
    "escalated",
    others.filter((person) => !managers.includes(person)),
  );
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "handover.escalated",
    subject: { kind: "handover_batch", id: batchId },
    after: { to: managers, items: taken.map(({ inspection, borrower }) => inspection?.number ?? borrower.number) },
    policyVersionId: tx.policy.versionId,
  });
  return true;
}

async function tellManagers(tx: Context, batchId: string, rows: readonly BatchRow[]): Promise<string[]> {
  const managers = new Set<string>();
  for (const unitId of new Set(rows.map(unitOf))) {
    for (const { personId } of await leadersOf(tx, unitId)) managers.add(personId);
  }
  for (const personId of managers) {
    await promise(tx, {
      key: `${ESCALATED}:${batchId}:${personId}`,
      kind: ESCALATED,
      personId,
      urgent: true,
      refs: { batchId },
      items: coveredBy(batchId, rows, "escalated"),
    });
  }
  return [...managers];
}
