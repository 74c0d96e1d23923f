/** Opens the batch of whoever presses the button: the one that they began, or a new one. */
import { yearOf } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { takeFromSeries } from "../../platform/storage/number-series.ts";
import { type BatchSheet, loadBatchSheet } from "./batch-sheet.ts";
import { BATCH_SUBJECT } from "./ids.ts";
import { type BatchRecord, findBatch, findOpenBatch } from "./store.ts";
import { whatHappened } from "./what-happened.ts";

const BATCHES = { key: "batch_numbers", letter: "B" };

/** Refused where nothing is left that belongs into one, and nobody is singled out either. */
export async function openBatch(ctx: Context): Promise<BatchSheet | Refusal> {
  const refused = authorize(ctx, "see_own_desk", { unitPath: [], assigneeId: ctx.actor.personId });
  if (refused !== undefined) {
    return refused;
  }
  const batch = await inTransaction(ctx, async (tx) => (await findOpenBatch(tx.db, tx.actor.personId)) ?? begin(tx));
  const sheet = await loadBatchSheet(ctx, batch);
  return sheet.items.length + sheet.exceptions.length === 0 ? refuse("batch.nothing") : sheet;
}

/** The person's own open batch, or what became of it. */
export async function sheetOf(ctx: Context, batchId: string): Promise<BatchSheet | Refusal> {
  const batch = await ownOpen(ctx, batchId);
  return isRefusal(batch) ? batch : loadBatchSheet(ctx, batch);
}

export async function ownOpen(ctx: Context, batchId: string): Promise<BatchRecord | Refusal> {
  const batch = await findBatch(ctx.db, batchId);
  if (batch === null) {
    return refuse("not_found", { number: "" });
  }
  const refused = authorize(ctx, "save_draft", { unitPath: [], assigneeId: batch.personId });
  return (
    refused ??
    (batch.personId === ctx.actor.personId ? undefined : refuse("batch.not_yours")) ??
    (batch.submittedAt === null ? batch : whatHappened(ctx, batch))
  );
}

async function begin(tx: Context): Promise<BatchRecord> {
  const [number = ""] = await takeFromSeries(tx.db, BATCHES, yearOf(localDate(tx.now, tx.actor.timeZone)), 1);
  const now = tx.now.toJSDate();
  const batch = await tx.db.offSiteBatch.create({
    data: {
      number,
      personId: tx.actor.personId,
      policyVersionId: tx.policy.versionId,
      openedAt: now,
      savedAt: now,
    },
    include: { answers: true },
  });
  await record(tx.db, {
    at: now,
    actorId: tx.actor.personId,
    verb: "batch.opened",
    subject: { kind: BATCH_SUBJECT, id: batch.id },
    after: { number },
    policyVersionId: tx.policy.versionId,
  });
  return batch;
}
