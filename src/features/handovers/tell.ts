/** The messages of a request: to whom, about what. Call in the transaction of the fact. */
import type { Context } from "../../platform/context.ts";
import { type CoveredItem, markStale, promise } from "../../platform/outbox/promise.ts";
import { BATCH_SUBJECT, INSPECTION_SUBJECT, TOLD } from "./ids.ts";

interface Covered {
  readonly inspectionId: string | null;
}

/** The batch, and each inspection: whatever becomes of either, the message is drawn again. */
export function coveredBy(batchId: string, rows: readonly Covered[], stage: string): CoveredItem[] {
  return [
    { kind: BATCH_SUBJECT, id: batchId, stage },
    ...rows.flatMap(({ inspectionId }) =>
      inspectionId === null ? [] : [{ kind: INSPECTION_SUBJECT, id: inspectionId, stage: "handover" }],
    ),
  ];
}

export type News = "asked" | "escalated" | "answered_partly" | "answered";

/** Tells each of these persons once about each piece of news, except whoever brought it about. */
export async function tellBatch(
  tx: Context,
  batchId: string,
  rows: readonly Covered[],
  news: News,
  personIds: readonly string[],
): Promise<void> {
  for (const personId of new Set(personIds)) {
    if (personId !== tx.actor.personId && personId !== "system") {
      await promise(tx, {
        key: `${TOLD}:${news}:${batchId}:${personId}`,
        kind: TOLD,
        personId,
        refs: { batchId },
        items: coveredBy(batchId, rows, news),
      });
    }
  }
}

/** Every message that shows the request or one of its inspections is drawn again. */
export async function drawAgain(tx: Context, batchId: string, rows: readonly Covered[]): Promise<void> {
  await markStale(tx, { kind: BATCH_SUBJECT, id: batchId });
  for (const { inspectionId } of rows) {
    if (inspectionId !== null) {
      await markStale(tx, { kind: INSPECTION_SUBJECT, id: inspectionId });
    }
  }
}
