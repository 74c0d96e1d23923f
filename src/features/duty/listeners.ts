/** What people send and press about turns on duty. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Submission } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { findNamed } from "../people/index.ts";
import { endTurn, enterTurn, rolesOnDuty, unitLed } from "./enter.ts";
import { DUTY_FORM, END_TURN, ENTER_TURN } from "./ids.ts";
import { readTurnForm, turnForm } from "./views.ts";

export function registerDutyListeners(door: Door): void {
  door.onOpen(ENTER_TURN, "enter_duty", (ctx, _click, reply) =>
    reply.openModal(async () => {
      const unitId = await unitLed(ctx);
      return isRefusal(unitId)
        ? saidModal(ctx, refusalSentence(ctx.language, unitId))
        : turnForm(ctx.t, rolesOnDuty(ctx));
    }),
  );
  door.onSubmission(DUTY_FORM, "enter_duty", submitForm);
  door.onDecision(END_TURN, "enter_duty", async (ctx, click, reply) => {
    const ended = await endTurn(ctx, click.value);
    const sentence = isRefusal(ended) ? refusalSentence(ctx.language, ended) : ctx.t("duty.ended", ended);
    await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
  });
}

async function submitForm(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const entered = await enter(ctx, view.values);
  if (!isRefusal(entered)) return { kind: "update", view: saidModal(ctx, ctx.t("duty.entered")) };
  const sentence = refusalSentence(ctx.language, entered);
  return entered.field === undefined
    ? { kind: "update", view: saidModal(ctx, sentence) }
    : { kind: "errors", errors: { [entered.field]: sentence } };
}

async function enter(ctx: Context, values: Submission["view"]["values"]): Promise<{ id: string } | Refusal> {
  const { userId, ...typed } = readTurnForm(values);
  const person = await findNamed(ctx, `<@${userId}>`);
  return isRefusal(person) ? { ...person, field: "person" } : enterTurn(ctx, { ...typed, personId: person.id });
}

function saidModal({ t }: Context, sentence: string): ModalView {
  const blocks = toBlocks([line(sentence)], 1);
  return { callbackId: "duty.notice", title: t("duty.enter"), close: t("words.close"), blocks };
}
