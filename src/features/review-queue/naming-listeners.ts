/** Somebody names another reviewer in Slack: the form, and what becomes of it. */
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { NAME_REVIEWER, NAME_REVIEWER_FORM } from "./ids.ts";
import { loadNaming, nameReviewer, type ReviewerWish } from "./name-reviewer.ts";
import { namingForm, REASON_BLOCK, REVIEWER_BLOCK, VALUE } from "./naming-form.ts";

const metadata = z.object({ report: z.string() });
const reviewer = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() });
const reason = z.looseObject({ value: z.string().nullish() });

export function registerNaming(door: Door): void {
  door.onOpen(NAME_REVIEWER, "name_reviewer", (ctx, click, reply) => reply.openModal(() => showForm(ctx, click.value)));
  door.onSubmission(NAME_REVIEWER_FORM, "name_reviewer", async (ctx, { view }) => submit(ctx, readWish(view)));
}

async function showForm(ctx: Context, reportId: string): Promise<ModalView> {
  const naming = await loadNaming(ctx, reportId);
  if (isRefusal(naming)) {
    return notice(ctx, refusalSentence(ctx.language, naming));
  }
  return naming.candidates.length === 0
    ? notice(ctx, refusalSentence(ctx.language, refuse("naming.nobody", { number: naming.number })))
    : namingForm(ctx, naming);
}

function readWish({ metadata: text, values }: OpenView): ReviewerWish {
  return {
    reportId: metadata.parse(JSON.parse(text)).report,
    reviewerId: reviewer.safeParse(values[REVIEWER_BLOCK]?.[VALUE]).data?.selected_option?.value ?? "",
    reason: (reason.safeParse(values[REASON_BLOCK]?.[VALUE]).data?.value ?? "").trim(),
  };
}

async function submit(ctx: Context, wish: ReviewerWish): Promise<SubmissionAnswer> {
  const named = await nameReviewer(ctx, wish);
  return isRefusal(named) ? refused(ctx, named) : { kind: "update", view: notice(ctx, ctx.t("naming.done", named)) };
}

function refused(ctx: Context, refusal: Refusal): SubmissionAnswer {
  const sentence = refusalSentence(ctx.language, refusal);
  return refusal.field === undefined
    ? { kind: "update", view: notice(ctx, sentence) }
    : { kind: "errors", errors: { [refusal.field]: sentence } };
}

function notice({ t }: Context, sentence: string): ModalView {
  return {
    callbackId: "reviews.naming_notice",
    title: t("naming.title"),
    close: t("words.close"),
    blocks: toBlocks([line(sentence)], 1),
  };
}
