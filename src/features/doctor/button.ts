/** The doctor a button away, for whoever may ask it: from inside the desk that runs, shown in a modal. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, line, type View } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";

const EXAMINE = "doctor.examine";
const EXAMINE_AGAIN = "doctor.examine_again";
const EXAMINED_MODAL = "doctor.examined";
const MODAL_BLOCKS = 100;

/** Looks, and answers in the language of whoever asks; it asks itself whether they may. */
export type Examine = (ctx: Context) => Promise<View | Refusal>;

export function registerDoctor(door: Door, examine: Examine): void {
  door.onOpen(EXAMINE, "examine_desk", (ctx, _click, reply) => reply.openModal(() => examined(ctx, examine)));
  door.onOpen(EXAMINE_AGAIN, "examine_desk", async (ctx, _click, reply) =>
    reply.updateModal(await examined(ctx, examine)),
  );
}

export const examineButton = (ctx: Context): Button[] =>
  couldEver(ctx, "examine_desk") ? [{ text: ctx.t("doctor.examine"), action: EXAMINE, value: "now" }] : [];

async function examined(ctx: Context, examine: Examine): Promise<ModalView> {
  const { t } = ctx;
  const said = await examine(ctx);
  const again: Button = { text: t("doctor.again"), action: EXAMINE_AGAIN, value: "now" };
  const pieces = isRefusal(said)
    ? [line(refusalSentence(ctx.language, said))]
    : [line([bold(said.title)]), { kind: "buttons" as const, buttons: [again] }, ...said.pieces];
  return {
    callbackId: EXAMINED_MODAL,
    title: t("doctor.modal"),
    close: t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}
