/** What stands in the modal after a decision, or instead of one. Pure. */
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, line, note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { Decided } from "./decide.ts";
import { NEXT, REPORT_MODAL } from "./ids.ts";

export function outcomeModal(
  { number, decision }: Decided,
  waiting: number,
  t: Translate,
  ways: readonly Button[] = [],
): ModalView {
  const back: Piece[] = ways.length === 0 ? [] : [{ kind: "buttons", buttons: ways }];
  return notice(t, [line([bold(t(`review.done_${decision}`, { number }))]), ...back, ...nextPieces(waiting, t)]);
}

/** A decision that could not be taken: why, and the way on. */
export function refusedModal(sentence: string, waiting: number, t: Translate): ModalView {
  return notice(t, [line(sentence), ...nextPieces(waiting, t)]);
}

export function allDoneModal(t: Translate): ModalView {
  return notice(t, [line(t("queue.done"))]);
}

function nextPieces(waiting: number, t: Translate): Piece[] {
  if (waiting === 0) {
    return [note(t("queue.done"))];
  }
  return [
    note(t("queue.count", { count: waiting })),
    { kind: "buttons", buttons: [{ text: t("review.next"), action: NEXT, value: "next", style: "primary" }] },
  ];
}

function notice(t: Translate, pieces: readonly Piece[]): ModalView {
  return { callbackId: REPORT_MODAL, title: t("review.modal"), close: t("words.close"), blocks: toBlocks(pieces, 10) };
}
