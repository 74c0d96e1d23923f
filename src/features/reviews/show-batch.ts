/** A batch for the person who is looking, or the refusal in its place. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { bold, type Line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { readerOf } from "../review-queue/index.ts";
import { approveBatch } from "./approve-batch.ts";
import { loadBatchCase } from "./batch-case.ts";
import { batchReviewModal } from "./batch-view.ts";
import { refusalModal } from "./show.ts";

/** Sentences about single reports that fit above the list. */
const MOST_SAID = 8;

export async function showBatch(
  ctx: Context,
  batchId: string,
  page: number,
  said: readonly Line[] = [],
): Promise<ModalView> {
  const found = await loadBatchCase(ctx, batchId);
  return isRefusal(found) ? refusalModal(ctx, found) : batchReviewModal(found, page, readerOf(ctx), said);
}

export async function approveAndShow(ctx: Context, batchId: string): Promise<ModalView> {
  const outcome = await approveBatch(ctx, batchId);
  if (isRefusal(outcome)) {
    return showBatch(ctx, batchId, 0, [refusalSentence(ctx.language, outcome)]);
  }
  const { approved, number, refused } = outcome;
  return showBatch(ctx, batchId, 0, [
    [bold(ctx.t("batch.approved", { count: approved, number }))],
    ...(refused.length === 0 ? [] : [[bold(ctx.t("batch.not_approved"))]]),
    ...refused.slice(0, MOST_SAID).map((refusal) => refusalSentence(ctx.language, refusal)),
  ]);
}
