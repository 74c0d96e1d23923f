/** What people press and send about zones: parse, one use case, show. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { APPROVE_ZONE, DECLINE_ZONE } from "../morning/index.ts";
import { askZone, whyNotAskZone } from "./ask.ts";
import { decideZone } from "./decide.ts";
import { readZoneForm, zoneForm } from "./form.ts";
import { ASK_ZONE, END_ZONE, ZONE_FORM } from "./ids.ts";

export function registerZoneListeners(door: Door): void {
  door.onOpen(ASK_ZONE, "ask_zone", (ctx, click, reply) =>
    showInPlace("zones.", click, reply, async () => {
      const stands = await whyNotAskZone(ctx, click.value);
      return isRefusal(stands)
        ? saidModal(ctx, refusalSentence(ctx.language, stands))
        : zoneForm(ctx, click.value, stands);
    }),
  );
  door.onSubmission(ZONE_FORM, "ask_zone", async (ctx, { view }) => {
    const asked = await askZone(ctx, readZoneForm(view));
    if (isRefusal(asked) && asked.field !== undefined) {
      return { kind: "errors", errors: { [asked.field]: refusalSentence(ctx.language, asked) } };
    }
    const sentence = isRefusal(asked) ? refusalSentence(ctx.language, asked) : ctx.t("zone.is_asked", { ...asked });
    return { kind: "update", view: saidModal(ctx, sentence) };
  });
  const decisions = [
    [APPROVE_ZONE, "approved"],
    [DECLINE_ZONE, "declined"],
    [END_ZONE, "ended"],
  ] as const;
  for (const [action, decision] of decisions) {
    door.onDecision(action, "decide_zone", async (ctx, click, reply) => {
      const decided = await decideZone(ctx, click.value, decision);
      const sentence = isRefusal(decided)
        ? refusalSentence(ctx.language, decided)
        : ctx.t(`zone.is_${decision}`, { ...decided });
      await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
    });
  }
}

function saidModal({ t }: Context, sentence: string): ModalView {
  const blocks = toBlocks([line(sentence)], 1);
  return { callbackId: "zones.notice", title: t("zone.ask"), close: t("words.close"), blocks };
}
