/** A modal that is read and closed: a card of something, a sentence about what was done to it, or why it was not. */
import type { Refusal } from "../../domain/refusal.ts";
import type { TextKey } from "../../texts/index.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import type { Context } from "../context.ts";
import { line, type Piece } from "../view.ts";
import type { ModalView } from "./modal.ts";
import { toBlocks } from "./render.ts";

/** Each is a modal of the same kind, under the same title. */
export interface CardModals {
  card(ctx: Context, pieces: readonly Piece[]): ModalView;
  /** What was just done, in a sentence. */
  done(ctx: Context, sentence: string): ModalView;
  refused(ctx: Context, refusal: Refusal): ModalView;
}

/** `most`: blocks of a card; what goes beyond is said to be more. */
export function cardModals(callbackId: string, title: TextKey, most: number): CardModals {
  const card = (ctx: Context, pieces: readonly Piece[]): ModalView => ({
    callbackId,
    title: ctx.t(title),
    close: ctx.t("words.close"),
    blocks: toBlocks([...pieces], most),
  });
  const done = (ctx: Context, sentence: string) => card(ctx, [line(sentence)]);
  return { card, done, refused: (ctx, refusal) => done(ctx, spokenRefusal(ctx.language, refusal)) };
}
