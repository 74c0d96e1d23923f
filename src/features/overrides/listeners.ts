/** What officers and managers do about a refusal of the gate in Slack: parse, one use case, show. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { ASK_OVERRIDE } from "../inspections/index.ts";
import { OPEN_OVERRIDE } from "../morning/index.ts";
import { askOverride, whyNotAsk } from "./ask.ts";
import { decideOverride } from "./decide.ts";
import { draftIn, overrideForm, readAsking } from "./form.ts";
import { DECLINE_OVERRIDE, GRANT_OVERRIDE, OVERRIDE_FORM } from "./ids.ts";
import { overrideView } from "./messages.ts";

const MODAL_BLOCKS = 40;

export function registerOverrideListeners(door: Door): void {
  door.onOpen(ASK_OVERRIDE, "ask_override", (ctx, click, reply) =>
    reply.pushModal(async () => {
      const refused = await whyNotAsk(ctx, draftIn(click.value));
      return refused === undefined
        ? overrideForm(ctx.t, click.value)
        : saidModal(ctx, spokenRefusal(ctx.language, refused));
    }),
  );
  door.onSubmission(OVERRIDE_FORM, "ask_override", async (ctx, { view }): Promise<SubmissionAnswer> => {
    const asked = await askOverride(ctx, readAsking(view));
    if (isRefusal(asked) && asked.field !== undefined) {
      return { kind: "errors", errors: { [asked.field]: spokenRefusal(ctx.language, asked) } };
    }
    const sentence = isRefusal(asked)
      ? spokenRefusal(ctx.language, asked)
      : ctx.t("override.sent", { names: asked.names.join(", ") });
    return { kind: "update", view: saidModal(ctx, sentence) };
  });
  door.onOpen(OPEN_OVERRIDE, "see_overrides", (ctx, click, reply) =>
    reply.openModal(async () => {
      const view = await overrideView(ctx, click.value);
      return isRefusal(view)
        ? saidModal(ctx, spokenRefusal(ctx.language, view))
        : { ...saidModal(ctx, ""), blocks: toBlocks([...view.pieces], MODAL_BLOCKS) };
    }),
  );
  door.onDecision(GRANT_OVERRIDE, "decide_override", (ctx, click, reply) => decide(ctx, click, reply, true));
  door.onDecision(DECLINE_OVERRIDE, "decide_override", (ctx, click, reply) => decide(ctx, click, reply, false));
}

async function decide(ctx: Context, click: Click, reply: Reply, granted: boolean): Promise<void> {
  const decided: { number: string } | Refusal = await decideOverride(ctx, click.value, granted);
  const sentence = isRefusal(decided)
    ? spokenRefusal(ctx.language, decided)
    : ctx.t(granted ? "override.is_granted" : "override.is_declined", decided);
  await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
}

function saidModal(ctx: Context, sentence: string): ModalView {
  return {
    callbackId: "notice",
    title: ctx.t("override.ask"),
    close: ctx.t("words.close"),
    blocks: toBlocks([line(sentence)], 1),
  };
}
