/** What stands in the modal after a submission, or in place of the batch. Pure. */
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { OPEN_BATCH } from "./ids.ts";

export interface BatchDone {
  readonly number: string;
  readonly count: number;
  readonly reviewers: readonly string[];
  /** The earliest next due day of the customers, as the reader writes it. */
  readonly nextDueOn: string | undefined;
  readonly leftInBatch: number;
  readonly exceptions: number;
}

export function doneModal(done: BatchDone, t: Translate): ModalView {
  const { number, count, reviewers, nextDueOn, leftInBatch, exceptions } = done;
  const pieces: Piece[] = [
    line([bold(t("batch.submitted", { number, count }))]),
    ...(reviewers.length === 0 ? [] : [line(t("inspection.reviewed_by", { names: reviewers.join(", ") }))]),
    ...(nextDueOn === undefined ? [] : [line(t("batch.next_due", { date: nextDueOn }))]),
    ...(exceptions === 0 ? [] : [note(t("batch.exceptions_left", { count: exceptions }))]),
    ...(leftInBatch === 0
      ? []
      : [
          note(t("batch.items_left", { count: leftInBatch })),
          { kind: "buttons" as const, buttons: [{ text: t("batch.next_batch"), action: OPEN_BATCH, value: "open" }] },
        ]),
  ];
  return notice(pieces, t);
}

export function sentenceModal(sentence: string, t: Translate): ModalView {
  return notice([line(sentence)], t);
}

function notice(pieces: readonly Piece[], t: Translate): ModalView {
  return { callbackId: "batch.notice", title: t("batch.title"), close: t("words.close"), blocks: toBlocks(pieces, 10) };
}
