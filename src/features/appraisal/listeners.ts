/** Buttons of a score: another month, and why a metric has its points. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { Click } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line, type Piece } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { OPEN_LINES, OPEN_SCORE } from "./ids.ts";
import { linesPieces } from "./lines-view.ts";
import { linesPlace, scorePlace } from "./place.ts";
import { scoreAt } from "./score.ts";

const MODAL_BLOCKS = 100;

export function registerScoreListeners(door: Door): void {
  door.onOpen(OPEN_SCORE, "see_score", (ctx, click, reply) =>
    inModal(ctx, click, reply, async () => {
      const view = await scoreAt(ctx, scorePlace.parse(JSON.parse(click.value)));
      return isRefusal(view) ? view : view.pieces;
    }),
  );
  door.onOpen(OPEN_LINES, "see_score", (ctx, click, reply) =>
    inModal(ctx, click, reply, () => linesPieces(ctx, linesPlace.parse(JSON.parse(click.value)))),
  );
}

/** A modal of its own where the button stood in a message, else in its place. */
async function inModal(
  ctx: Context,
  click: Click,
  reply: Reply,
  build: () => Promise<readonly Piece[] | Refusal>,
): Promise<void> {
  const modal = async (): Promise<ModalView> => {
    const built = await build();
    const pieces = isRefusal(built) ? [line(spokenRefusal(ctx.language, built))] : built;
    return {
      callbackId: OPEN_SCORE,
      title: ctx.t("score.modal"),
      close: ctx.t("words.close"),
      blocks: toBlocks(pieces, MODAL_BLOCKS),
    };
  };
  await ((click.view?.callbackId ?? "") === "" ? reply.openModal(modal) : reply.updateModal(await modal()));
}
