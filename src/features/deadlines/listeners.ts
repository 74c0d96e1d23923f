/** What a person does about a date in Slack: parse, one use case, show. */

import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, OpenView } from "../../platform/slack/payload.ts";
import { line } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { type DocumentDesk, offerUpload } from "../documents/index.ts";
import { decideExtension } from "./decide-extension.ts";
import { askExtension, grantExtension } from "./extend.ts";
import { ATTEMPT_FILE, registerAttemptPages } from "./hand-in.ts";
import {
  APPROVE_EXTENSION,
  ATTEMPT,
  ATTEMPT_FORM,
  END_SNOOZE,
  EXTEND,
  EXTEND_FORM,
  GRANT,
  GRANT_FORM,
  HAND_IN_ATTEMPT,
  MORE,
  NUDGE,
  NUDGE_REVIEW,
  REFUSE_EXTENSION,
  SNOOZE,
  SNOOZE_FORM,
} from "./ids.ts";
import { openItem } from "./item-case.ts";
import { itemCards, itemModal } from "./item-modal.ts";
import { nudgeOfficer } from "./nudge.ts";
import { nudgeReviewers } from "./nudge-reviewers.ts";
import { attemptFormOf, extendFormOf, snoozeFormOf } from "./open-forms.ts";
import { formOf, inspectionOf, readAttempt, readLaterDate } from "./read-forms.ts";
import { recordAttempt } from "./record-attempt.ts";
import { endSnooze, snoozeItem } from "./snooze.ts";

export function registerDeadlineListeners(door: Door, documents: DocumentDesk): void {
  registerAttemptPages(documents);
  door.onOpen(MORE, "snooze_item", (ctx, click, reply) => inPlace(click, reply, () => itemModal(ctx, click.value)));
  door.onOpen(SNOOZE, "snooze_item", (ctx, click, reply) =>
    inPlace(click, reply, () => snoozeFormOf(ctx, click.value)),
  );
  door.onDecision(END_SNOOZE, "snooze_item", async (ctx, click, reply) => {
    const ended = await endSnooze(ctx, click.value);
    const view = isRefusal(ended) ? itemCards.refused(ctx, ended) : await itemModal(ctx, click.value);
    await (click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view));
  });
  door.onOpen(EXTEND, "ask_extension", (ctx, click, reply) =>
    inPlace(click, reply, () => extendFormOf(ctx, "ask_extension", click.value)),
  );
  door.onOpen(GRANT, "decide_extension", (ctx, click, reply) =>
    inPlace(click, reply, () => extendFormOf(ctx, "decide_extension", click.value)),
  );
  door.onOpen(ATTEMPT, "record_attempt", (ctx, click, reply) =>
    inPlace(click, reply, () => attemptFormOf(ctx, click.value)),
  );
  door.onOpen(HAND_IN_ATTEMPT, "record_attempt", async (ctx, click, reply) => {
    const { inspection, form = "" } = formOf(click.view);
    const wanted = { kind: ATTEMPT_FILE, refs: { inspection, form }, viewId: click.view?.id };
    const offered = await offerUpload(ctx, documents, wanted);
    await reply.updateModal(isRefusal(offered) ? itemCards.refused(ctx, offered) : offered);
  });
  door.onDecision(NUDGE, "nudge_officer", nudge);
  door.onDecision(NUDGE_REVIEW, "nudge_reviewer", nudgeReview);
  door.onDecision(APPROVE_EXTENSION, "decide_extension", (ctx, click, reply) => decide(ctx, click, reply, true));
  door.onDecision(REFUSE_EXTENSION, "decide_extension", (ctx, click, reply) => decide(ctx, click, reply, false));
  door.onSubmission(SNOOZE_FORM, "snooze_item", (ctx, { view }) => snooze(ctx, view));
  door.onSubmission(EXTEND_FORM, "ask_extension", (ctx, { view }) => extend(ctx, view, "ask_extension"));
  door.onSubmission(GRANT_FORM, "decide_extension", (ctx, { view }) => extend(ctx, view, "decide_extension"));
  door.onSubmission(ATTEMPT_FORM, "record_attempt", (ctx, { view }) => attempt(ctx, view));
}

/** From a message or the Home tab a modal of its own; in a modal, its place is taken. */
async function inPlace(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  await (click.view === undefined ? reply.openModal(build) : reply.updateModal(await build()));
}

async function nudge(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const nudged = await nudgeOfficer(ctx, click.value);
  await say(
    ctx,
    reply,
    isRefusal(nudged) ? nudged : ctx.t("nudge.sent", { name: nudged.officer, number: nudged.number }),
  );
}

async function nudgeReview(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const nudged = await nudgeReviewers(ctx, click.value);
  await say(
    ctx,
    reply,
    isRefusal(nudged) ? nudged : ctx.t("nudge.sent", { name: nudged.names.join(", "), number: nudged.number }),
  );
}

async function decide(ctx: Context, click: Click, reply: Reply, approved: boolean): Promise<void> {
  const decided = await decideExtension(ctx, click.value, approved);
  if (isRefusal(decided)) {
    return say(ctx, reply, decided);
  }
  const said = { number: decided.number, date: dateText(ctx.language, decided.dueOn) };
  await say(ctx, reply, approved ? ctx.t("extension.moved", said) : ctx.t("extension.stands", said));
}

async function say(ctx: Context, reply: Reply, said: string | Refusal): Promise<void> {
  const sentence = isRefusal(said) ? spokenRefusal(ctx.language, said) : said;
  await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
}

async function snooze(ctx: Context, view: OpenView): Promise<SubmissionAnswer> {
  const wanted = await ifAllowed(ctx, "snooze_item", view, readLaterDate);
  const quiet = isRefusal(wanted) ? wanted : await snoozeItem(ctx, { ...wanted, untilOn: wanted.toDueOn });
  return isRefusal(quiet)
    ? refused(ctx, quiet)
    : done(ctx, ctx.t("deadline.quiet", { date: dateText(ctx.language, quiet.untilOn) }));
}

async function extend(
  ctx: Context,
  view: OpenView,
  verb: "ask_extension" | "decide_extension",
): Promise<SubmissionAnswer> {
  const use = verb === "ask_extension" ? askExtension : grantExtension;
  const wanted = await ifAllowed(ctx, verb, view, readLaterDate);
  const extended = isRefusal(wanted) ? wanted : await use(ctx, wanted);
  if (isRefusal(extended)) {
    return refused(ctx, extended);
  }
  const date = dateText(ctx.language, extended.toDueOn);
  return done(
    ctx,
    extended.asked.length === 0
      ? ctx.t("extension.moved", { number: extended.number, date })
      : ctx.t("extension.sent", { names: extended.asked.join(", "), date }),
  );
}

async function attempt(ctx: Context, view: OpenView): Promise<SubmissionAnswer> {
  const read = await ifAllowed(ctx, "record_attempt", view, readAttempt);
  const kept = isRefusal(read) ? read : await recordAttempt(ctx, read);
  return isRefusal(kept)
    ? refused(ctx, kept)
    : done(ctx, ctx.t("deadline.attempt_kept", { date: dateText(ctx.language, kept.nextOn) }));
}

/** Whoever may not learns that first, not which of the fields is wrong. */
async function ifAllowed<T>(
  ctx: Context,
  verb: Verb,
  view: OpenView,
  read: (view: OpenView) => T | Refusal,
): Promise<T | Refusal> {
  const item = await openItem(ctx, verb, inspectionOf(view));
  return isRefusal(item) ? item : read(view);
}

function refused(ctx: Context, refusal: Refusal): SubmissionAnswer {
  return refusal.field === undefined
    ? { kind: "update", view: itemCards.refused(ctx, refusal) }
    : { kind: "errors", errors: { [refusal.field]: spokenRefusal(ctx.language, refusal) } };
}

const done = (ctx: Context, sentence: string): SubmissionAnswer => ({
  kind: "update",
  view: itemCards.done(ctx, sentence),
});
