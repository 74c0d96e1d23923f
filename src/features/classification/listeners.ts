/** What people press and send about tiers: parse, one use case, show. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { namesOf } from "../people/index.ts";
import { confirmList, passList } from "./by-list.ts";
import { declineForm, readDecline, readTierForm, tierForm } from "./form.ts";
import {
  APPROVE_LIST,
  APPROVE_TIER,
  CONFIRM_LIST,
  DECLINE_FORM,
  DECLINE_TIER,
  PROPOSE_TIER,
  RECOGNISE_LIST,
  RECOGNISE_TIER,
  TIER_FORM,
} from "./ids.ts";
import { approveTier, declineTier, type JudgedTier, recogniseTier, whyNotDecline } from "./judge.ts";
import { whyNotPropose } from "./loan-view.ts";
import { proposeTier } from "./propose.ts";

export function registerClassificationListeners(door: Door): void {
  door.onOpen(PROPOSE_TIER, "propose_tier", (ctx, click, reply) =>
    reply.openModal(async () => {
      const found = await whyNotPropose(ctx, click.value);
      return isRefusal(found) ? refusedModal(ctx, found) : tierForm(ctx.t, click.value, found.today);
    }),
  );
  door.onSubmission(TIER_FORM, "propose_tier", async (ctx, { view }) => {
    const proposed = await proposeTier(ctx, readTierForm(view));
    if (isRefusal(proposed)) return answerTo(ctx, proposed);
    const names = (await namesOf(ctx.db, proposed.personIds)).join(", ");
    return { kind: "update", view: saidModal(ctx, ctx.t("tier.is_proposed", { number: proposed.number, names })) };
  });
  door.onDecision(RECOGNISE_TIER, "recognise_tier", async (ctx, click, reply) =>
    say(ctx, reply, await recogniseTier(ctx, click.value), ({ number }) => ctx.t("tier.is_recognised", { number })),
  );
  door.onDecision(APPROVE_TIER, "approve_tier", async (ctx, click, reply) =>
    say(ctx, reply, await approveTier(ctx, click.value), (done) => approvedText(ctx, done)),
  );
  door.onOpen(DECLINE_TIER, "see_tiers", (ctx, click, reply) =>
    reply.openModal(async () => {
      const refused = await whyNotDecline(ctx, click.value);
      return refused === undefined ? declineForm(ctx.t, click.value) : refusedModal(ctx, refused);
    }),
  );
  door.onSubmission(DECLINE_FORM, "see_tiers", async (ctx, { view }) => {
    const { id, reason } = readDecline(view);
    const declined = await declineTier(ctx, id, reason);
    if (isRefusal(declined)) return answerTo(ctx, declined);
    return { kind: "update", view: saidModal(ctx, ctx.t("tier.is_declined", { number: declined.number })) };
  });
  registerLists(door);
}

function registerLists(door: Door): void {
  door.onDecision(CONFIRM_LIST, "propose_tier", async (ctx, _click, reply) =>
    say(ctx, reply, await confirmList(ctx), (done) => ctx.t("tier.list.done", { ...done })),
  );
  door.onDecision(RECOGNISE_LIST, "recognise_tier", async (ctx, _click, reply) =>
    say(ctx, reply, await passList(ctx, "recognise"), (done) => ctx.t("tier.list.done", { ...done })),
  );
  door.onDecision(APPROVE_LIST, "approve_tier", async (ctx, _click, reply) =>
    say(ctx, reply, await passList(ctx, "approve"), (done) => ctx.t("tier.list.done", { ...done })),
  );
}

function approvedText({ t, language }: Context, { number, crossed }: JudgedTier): string {
  const approved = t("tier.is_approved", { number });
  if (crossed === undefined) return approved;
  const department = t(`department.${crossed.to}`);
  const name = crossed.name;
  const offered =
    name === undefined ? t("tier.crossed_nobody", { department }) : t("tier.crossed", { department, name });
  return [approved, offered].join(language === "en" ? " " : "");
}

async function say<Done extends object>(
  ctx: Context,
  reply: Reply,
  outcome: Done | Refusal,
  words: (done: Done) => string,
): Promise<void> {
  const sentence = isRefusal(outcome) ? refusalSentence(ctx.language, outcome) : words(outcome);
  await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
}

function answerTo(ctx: Context, refused: Refusal): SubmissionAnswer {
  const sentence = refusalSentence(ctx.language, refused);
  return refused.field === undefined
    ? { kind: "update", view: saidModal(ctx, sentence) }
    : { kind: "errors", errors: { [refused.field]: sentence } };
}

const refusedModal = (ctx: Context, refused: Refusal) => saidModal(ctx, refusalSentence(ctx.language, refused));

function saidModal({ t }: Context, sentence: string): ModalView {
  const blocks = toBlocks([line(sentence)], 1);
  return { callbackId: "classification.notice", title: t("tier.desk"), close: t("words.close"), blocks };
}
