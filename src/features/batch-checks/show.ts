/** The batch for the person who is looking. */
import type { FieldError } from "../../domain/check/types.ts";
import { isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Sentences } from "../../domain/vocabulary.ts";
import { momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { dateText } from "../../texts/dates.ts";
import { refusalSentence, translator } from "../../texts/index.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { cardButtons } from "../named-customers/index.ts";
import { reviewersOf } from "../review-queue/index.ts";
import { batchItemsOf } from "./batch-items.ts";
import { type BatchSheet, isCopied } from "./batch-sheet.ts";
import { batchModal } from "./batch-view.ts";
import { doneModal, sentenceModal } from "./done-view.ts";
import { openBatch, sheetOf } from "./open.ts";
import type { BatchSubmitted } from "./submit.ts";

export interface Place {
  readonly batchId: string;
  readonly page: number;
  readonly round: number;
  /** Inspections that left the batch since they were ticked. */
  readonly lost?: readonly string[];
  readonly wrong?: readonly string[];
}

export async function showOpened(ctx: Context): Promise<ModalView> {
  const sheet = await openBatch(ctx);
  return isRefusal(sheet) ? refusalModal(ctx, sheet) : drawn(ctx, sheet, { page: 0, round: 0 });
}

export async function showPage(ctx: Context, { batchId, ...place }: Place): Promise<ModalView> {
  const sheet = await sheetOf(ctx, batchId);
  return isRefusal(sheet) ? refusalModal(ctx, sheet) : drawn(ctx, sheet, place);
}

async function drawn(ctx: Context, sheet: BatchSheet, { page, round, lost = [], wrong = [] }: Omit<Place, "batchId">) {
  if (sheet.items.length + sheet.exceptions.length === 0) {
    return refusalModal(ctx, { refused: "batch.nothing", values: {} });
  }
  const { batch } = sheet;
  const savedAt = momentFromDate(batch.savedAt).setZone(ctx.actor.timeZone).toFormat("HH:mm");
  const shown = { page, round, copied: await isCopied(ctx, sheet), left: await namesOf(ctx, lost), wrong };
  return batchModal(sheet, shown, { language: ctx.language, t: ctx.t, savedAt, cards: cardButtons(ctx) });
}

async function namesOf(ctx: Context, inspectionIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.inspection.findMany({
    where: { id: { in: [...inspectionIds] } },
    orderBy: { number: "asc" },
    select: { number: true, borrower: { select: { name: true } } },
  });
  return rows.map(({ number, borrower }) => `${borrower.name} (${number})`);
}

export function refusalModal(ctx: Context, refusal: Refusal): ModalView {
  return sentenceModal(refusalSentence(ctx.language, refusal), ctx.t);
}

/** At their fields; a conclusion of words gets an example of what is wanted. */
export function fieldErrors(ctx: Context, errors: readonly FieldError[], count: number): Record<string, string> {
  const example: Sentences = {
    en: translator("en")("batch.example", { count }),
    "zh-Hans": translator("zh-Hans")("batch.example", { count }),
    "zh-Hant": translator("zh-Hant")("batch.example", { count }),
  };
  return Object.fromEntries(
    errors.map(({ answerKey, refusal }) => [
      answerKey,
      spokenRefusal(ctx.language, { ...refusal, values: { ...refusal.values, example } }),
    ]),
  );
}

export async function showDone(ctx: Context, submitted: BatchSubmitted): Promise<ModalView> {
  const { number, reportIds, inspectionIds } = submitted;
  const next = await ctx.db.inspection.findFirst({
    where: { plannedById: { in: [...inspectionIds] }, state: "planned" },
    orderBy: { dueOn: "asc" },
    select: { dueOn: true },
  });
  const names = new Set<string>();
  // Of one unit they fall to the same persons.
  const reports = await ctx.db.report.findMany({
    where: { id: { in: [...reportIds] } },
    select: { id: true, inspection: { select: { unitId: true } } },
  });
  const byUnit = new Map(reports.map(({ id, inspection }) => [inspection.unitId, id]));
  for (const id of byUnit.values()) for (const { name } of await reviewersOf(ctx, id)) names.add(name);
  const left = await batchItemsOf(ctx);
  const inBatch = left.filter(({ exceptions }) => exceptions.length === 0).length;
  const done = {
    number,
    count: reportIds.length,
    reviewers: [...names].sort(),
    nextDueOn: next === null ? undefined : dateText(ctx.language, isoDate(next.dueOn)),
    leftInBatch: inBatch,
    exceptions: left.length - inBatch,
  };
  return doneModal(done, ctx.t);
}
