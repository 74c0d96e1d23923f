/** Modals of an open check, for the person who is looking. */

import { datedAnswers } from "../../domain/check/check-answers.ts";
import type { FieldError } from "../../domain/check/types.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { momentFromDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { bulletinsFor } from "../bulletins/index.ts";
import { goesByLink } from "../documents/index.ts";
import { filesOfDraft } from "../evidence/index.ts";
import { cardButtons } from "../named-customers/index.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { findingsOf } from "./findings.ts";
import { errorsWithExamples } from "./gate-example.ts";
import { lessonsFor } from "./lessons.ts";
import { refusalsOf } from "./refusals.ts";
import { type Reader, stepModal } from "./step-view.ts";
import { subjectOf } from "./store.ts";
import { summaryModal } from "./summary-view.ts";

/** The step, or the summary where the steps end. */
export async function showStep(
  ctx: Context,
  sheet: CheckSheet,
  at: number,
  beside: Pick<Reader, "link" | "said"> = {},
): Promise<ModalView> {
  const refused = authorize(ctx, "save_draft", await subjectOf(ctx.db, sheet.inspection));
  if (refused !== undefined) {
    return refusalModal(ctx, refused);
  }
  if (at >= sheet.pages.length) {
    return summaryWith(ctx, sheet, await refusalsOf(ctx, sheet, datedAnswers(sheet.form, sheet.answers)));
  }
  const files = await filesOfDraft(ctx, sheet.draft.id);
  const reader = { ...readerOf(ctx, sheet), ...beside };
  const { borrower } = sheet.inspection;
  const now = { at: ctx.now.toJSDate(), on: sheet.facts.today };
  const bulletins = at === 0 ? await bulletinsFor(ctx, borrower, now) : [];
  return stepModal(sheet, at, { files, lessons: await lessonsFor(ctx, sheet), bulletins }, reader);
}

/** Where the officer left off. */
export async function showDraft(ctx: Context, opened: { draftId: string } | Refusal): Promise<ModalView> {
  if (isRefusal(opened)) {
    return refusalModal(ctx, opened);
  }
  const sheet = await loadSheet(ctx, opened.draftId);
  return sheet === undefined
    ? refusalModal(ctx, { refused: "not_found", values: { number: "" } })
    : showStep(ctx, sheet, Math.min(sheet.draft.step, sheet.pages.length));
}

export async function summaryWith(ctx: Context, sheet: CheckSheet, errors: readonly FieldError[]): Promise<ModalView> {
  const findings = await findingsOf(ctx, sheet, datedAnswers(sheet.form, sheet.answers));
  return summaryModal(sheet, errorsWithExamples(sheet, errors), findings, readerOf(ctx, sheet));
}

export function refusalModal(ctx: Context, refusal: Refusal): ModalView {
  const sentence = refusalSentence(ctx.language, refusal);
  return {
    callbackId: "notice",
    title: ctx.t("words.product"),
    close: ctx.t("words.close"),
    blocks: toBlocks([line(sentence)], 1),
  };
}

export function readerOf(ctx: Context, sheet: CheckSheet): Reader {
  const savedAt = momentFromDate(sheet.draft.savedAt).setZone(ctx.actor.timeZone).toFormat("HH:mm");
  return { language: ctx.language, t: ctx.t, savedAt, byLink: goesByLink(ctx), cards: cardButtons(ctx) };
}
