/** What people send and press about bulletins. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Submission } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { bulletinForm, readBulletinForm } from "./form.ts";
import { BULLETIN_FORM, WITHDRAW_BULLETIN, WRITE_BULLETIN } from "./ids.ts";
import { withdrawBulletin } from "./withdraw.ts";
import { unitToWriteFor, writeBulletin } from "./write.ts";

export function registerBulletinListeners(door: Door): void {
  door.onOpen(WRITE_BULLETIN, "write_bulletin", (ctx, _click, reply) =>
    reply.openModal(async () => {
      const unitId = await unitToWriteFor(ctx);
      return isRefusal(unitId) ? saidModal(ctx, refusalSentence(ctx.language, unitId)) : bulletinForm(ctx.t);
    }),
  );
  door.onSubmission(BULLETIN_FORM, "write_bulletin", submitForm);
  door.onDecision(WITHDRAW_BULLETIN, "write_bulletin", async (ctx, click, reply) => {
    const withdrawn = await withdrawBulletin(ctx, click.value);
    const sentence = isRefusal(withdrawn)
      ? refusalSentence(ctx.language, withdrawn)
      : ctx.t("bulletin.is_withdrawn", withdrawn);
    await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
  });
}

async function submitForm(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const sent = await writeBulletin(ctx, readBulletinForm(view.values));
  if (!isRefusal(sent)) {
    return { kind: "update", view: saidModal(ctx, ctx.t("bulletin.sent", { ...sent })) };
  }
  const sentence = refusalSentence(ctx.language, sent);
  return sent.field === undefined
    ? { kind: "update", view: saidModal(ctx, sentence) }
    : { kind: "errors", errors: { [sent.field]: sentence } };
}

function saidModal({ t }: Context, sentence: string): ModalView {
  const blocks = toBlocks([line(sentence)], 1);
  return { callbackId: "bulletins.notice", title: t("bulletin.form.name"), close: t("words.close"), blocks };
}
