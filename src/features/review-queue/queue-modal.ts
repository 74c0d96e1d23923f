/** The whole queue in a modal, page by page, or what of it the reader has narrowed it to. Pure. */
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { QUEUE_MODAL, QUEUE_PAGE } from "./ids.ts";
import { narrowed, pageValue, type QueueChoice } from "./narrow.ts";
import { linePiece, type QueueReader, queueLines } from "./views.ts";
import type { QueueEntry } from "./waiting.ts";

const PAGE_LINES = 20;
const MODAL_BLOCKS = 100;

/** `choice`: what of them is shown. */
export function queueModal(
  all: readonly QueueEntry[],
  { page: wanted, choice }: { readonly page: number; readonly choice: QueueChoice },
  reader: QueueReader,
): ModalView {
  const { t } = reader;
  const entries = narrowed(all, choice, reader);
  const lines = queueLines(entries);
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_LINES));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = lines.slice(page * PAGE_LINES, (page + 1) * PAGE_LINES);
  const pieces: Piece[] = [
    line(all.length === 0 ? t("queue.done") : [bold(t("queue.count", { count: all.length }))]),
    ...(entries.length < all.length ? [note(choiceText(all, choice, reader))] : []),
    ...shown.map((one) => linePiece(one, reader)),
    ...(pages > 1 ? pagePieces({ page, pages, choice }, t) : []),
  ];
  return {
    callbackId: QUEUE_MODAL,
    title: t("queue.modal"),
    close: t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

/** `Red or orange 3 · Li Wen` */
function choiceText(all: readonly QueueEntry[], choice: QueueChoice, reader: QueueReader): string {
  const officer = all.find(({ submittedById }) => submittedById === choice.officerId);
  const count = narrowed(all, choice, reader).length;
  const view = reader.t(`queue.view.${choice.view}`, { count });
  return [view, ...(officer === undefined ? [] : [officer.submittedBy])].join(" · ");
}

interface Page {
  readonly page: number;
  readonly pages: number;
  readonly choice: QueueChoice;
}

function pagePieces({ page, pages, choice }: Page, t: Translate): Piece[] {
  const back = { text: t("words.previous_page"), action: QUEUE_PAGE, value: pageValue(page - 1, choice) };
  const next = { text: t("words.next_page"), action: QUEUE_PAGE, value: pageValue(page + 1, choice) };
  const buttons = [...(page > 0 ? [back] : []), ...(page + 1 < pages ? [next] : [])];
  return [note(t("words.page", { page: page + 1, pages })), { kind: "buttons", buttons }];
}
