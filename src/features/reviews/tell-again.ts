import type { Context } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { INSPECTION_SUBJECT, REPORT_SUBJECT } from "../review-queue/index.ts";

/** Every copy of a message that mentions the report or its inspection is drawn again. */
export async function tellAgain(tx: Context, report: { id: string; inspectionId: string }): Promise<void> {
  await markStale(tx, { kind: REPORT_SUBJECT, id: report.id });
  await markStale(tx, { kind: INSPECTION_SUBJECT, id: report.inspectionId });
}
