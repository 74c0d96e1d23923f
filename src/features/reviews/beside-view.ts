/** Two reports side by side: what differs first, then what only one of them answers, then what is the same. Pure. */
import { type Change, changes } from "../../domain/check/changes.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, divider, heading, line, note, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import type { Reader } from "../review-queue/index.ts";
import { MODAL_BLOCKS, MODAL_BYTES, sizeOf } from "./answer-pages.ts";
import { REPORT_MODAL } from "./ids.ts";
import { packed } from "./packed.ts";
import { answerLine, changeLine, labelOf } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

/** `other` is the one compared with: its answers stand as "before". */
export function besideModal(sheet: ReportSheet, other: ReportSheet, reader: Reader): ModalView {
  const { t } = reader;
  const { changed, unchanged } = changes(other.answers, sheet.answers, sheet.form, sheet.facts);
  const differing = changed.filter(({ old, new: now }) => old !== undefined && now !== undefined);
  const pieces: Piece[] = [
    heading(t("review.beside_title", { number: sheet.case.number, other: other.case.number })),
    ...[sheet, other].map((one) => whosePiece(one, reader)),
    ...(sheet.case.inspection.borrowerId === other.case.inspection.borrowerId ? [] : [note(t("review.beside_others"))]),
    divider,
    line([bold(t("review.beside_differ", { count: differing.length }))]),
    ...packed(differing.map((change) => changeLine(sheet, change, reader))),
    ...onlyIn(sheet, changed, reader),
    ...onlyInOther(sheet, other, reader),
    ...samePieces(sheet, unchanged, reader),
  ];
  return {
    callbackId: REPORT_MODAL,
    title: t("review.beside_modal"),
    close: t("words.back"),
    blocks: fitting(pieces, t("review.beside_cut")),
  };
}

function whosePiece({ case: { number, report }, submittedBy }: ReportSheet, { t, language, timeZone }: Reader): Piece {
  const moment = momentText(language, report.submittedAt, timeZone);
  return note([bold(number), ` · ${t("queue.submitted", { moment, name: submittedBy })}`]);
}

function onlyIn(sheet: ReportSheet, changed: readonly Change[], reader: Reader): Piece[] {
  const lines = changed.flatMap(({ item, old, new: now }) =>
    old === undefined && now !== undefined ? [answerLine(sheet, item, now, reader)] : [],
  );
  return onlyPieces(sheet, lines, reader);
}

/** What the other report answers and this one leaves open or does not ask. */
function onlyInOther(sheet: ReportSheet, other: ReportSheet, reader: Reader): Piece[] {
  const items = other.form.steps.flatMap((step) => step.items).filter(({ type, own }) => type !== "evidence" && !own);
  const lines = items.flatMap((item) => {
    const answer = other.answers[item.answerKey];
    const isHere = sheet.answers[item.answerKey] !== undefined;
    return answer === undefined || isHere ? [] : [answerLine(other, item, answer, reader)];
  });
  return onlyPieces(other, lines, reader);
}

function onlyPieces({ case: { number } }: ReportSheet, lines: Parameters<typeof packed>[0], { t }: Reader): Piece[] {
  const head = bold(t("review.beside_only", { number, count: lines.length }));
  return lines.length === 0 ? [] : [line([head]), ...packed(lines)];
}

function samePieces(sheet: ReportSheet, unchanged: readonly Change[], reader: Reader): Piece[] {
  const labels = [...new Set(unchanged.map(({ item }) => labelOf(sheet, item, reader)))].join(" · ");
  const head = bold(reader.t("review.beside_same", { count: unchanged.length }));
  return labels === "" ? [] : packed([[head, " ", quiet(labels)]]);
}

/** What does not fit into one view is left out at the end, and that is said. */
function fitting(pieces: readonly Piece[], cut: string): ModalView["blocks"] {
  const blocks = toBlocks(pieces, 1000);
  const [end] = toBlocks([note(cut)], 1);
  let kept = blocks.slice(0, MODAL_BLOCKS - 1);
  while (sizeOf(kept) > MODAL_BYTES) kept = kept.slice(0, -1);
  return kept.length === blocks.length || end === undefined ? kept : [...kept, end];
}
