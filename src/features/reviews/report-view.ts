/** One report as a modal: what is new, its evidence and its officer, what can be decided; then every answer. Pure. */
import type { KnownBlock } from "@slack/types";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, divider, heading, line, type Piece } from "../../platform/view.ts";
import { disputePieces, reportPieces, signalButton } from "../confirmation/index.ts";
import { measurePieces } from "../measures/index.ts";
import type { Reader } from "../review-queue/index.ts";
import { answerPages, answerPieces, MODAL_BLOCKS, MODAL_BYTES, sizeOf } from "./answer-pages.ts";
import { conclusionPieces } from "./conclusion-pieces.ts";
import { headPieces, unreviewedPieces } from "./head-pieces.ts";
import { historyPieces } from "./history-pieces.ts";
import { ANSWERS, APPROVE, BESIDE, PRINT, RE_INSPECT, REPORT_MODAL, RETURN, SHOW_FILE } from "./ids.ts";
import { loanPieces } from "./loan-pieces.ts";
import { newsPieces } from "./news-pieces.ts";
import type { OfficerHistory } from "./officer-history.ts";
import { packed } from "./packed.ts";
import { fileLine, titleOf } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";
import type { EvidenceFile } from "./store.ts";

const FILES_WITH_BUTTONS = 15;

/** What stands around a report on the screen. */
export interface Around {
  /** Buttons of the reader, besides those of a decision. */
  readonly own?: readonly Button[];
  readonly history?: OfficerHistory;
  /** The reader may raise a signal of this customer. */
  readonly mayRaise?: boolean;
}

/** In the order in which a reviewer decides; the answers one by one are the details, below. */
export function reportModal(sheet: ReportSheet, reader: Reader, mayDecide: boolean, around: Around = {}): ModalView {
  const news = toBlocks(
    [
      ...headPieces(sheet, reader),
      ...disputePieces(sheet.confirmation, reader),
      ...(mayDecide ? loanPieces(sheet, reader) : []),
      ...newsPieces(sheet, reader),
      ...unreviewedPieces(sheet, reader),
      ...measurePieces(reader, sheet.measures),
      ...(mayDecide ? conclusionPieces(sheet, reader) : []),
    ],
    55,
  );
  const { own = [], history, mayRaise = false } = around;
  const card = reader.cards?.(sheet.case.inspection.borrowerId) ?? [];
  const buttons = [...own, ...besideButtons(sheet, reader), ...printButtons(sheet, reader), ...card];
  const mine: Piece[] = buttons.length > 0 ? [divider, { kind: "buttons", buttons }] : [];
  const grounds = toBlocks(
    [
      ...confirmationOf(sheet, reader, mayRaise),
      ...evidencePieces(sheet, reader),
      ...(history === undefined ? [] : historyPieces(history, sheet.case.report.id, reader)),
      ...(mayDecide ? decisionPieces(sheet, reader) : []),
      ...mine,
    ],
    38,
  );
  const first = [...news, ...grounds];
  const inline = toBlocks([divider, heading(reader.t("review.answers")), ...answerPieces(sheet, reader)], 1000);
  const whole = [...first, ...inline];
  const fits = whole.length <= MODAL_BLOCKS && sizeOf(whole) <= MODAL_BYTES;
  return modal(sheet, reader, mayDecide, fits ? whole : [...first, ...toBlocks(pageButtons(sheet, reader), 5)]);
}

function modal(sheet: ReportSheet, { t }: Reader, mayDecide: boolean, blocks: KnownBlock[]): ModalView {
  return {
    callbackId: REPORT_MODAL,
    title: t(mayDecide ? "review.modal" : "review.fact.report"),
    close: t("words.close"),
    metadata: JSON.stringify({ report: sheet.case.report.id }),
    blocks,
  };
}

/** Too much for one view: a button for each page, named by the section it begins with. */
function pageButtons(sheet: ReportSheet, reader: Reader): Piece[] {
  const pages = answerPages(sheet, reader);
  const buttons = pages.slice(0, 100).map(({ first }, index): Button => {
    const place = reader.t("words.page", { page: index + 1, pages: pages.length });
    return {
      text: `${place} · ${titleOf(first, reader)}`,
      action: ANSWERS,
      value: JSON.stringify({ report: sheet.case.report.id, page: index }),
    };
  });
  return [divider, heading(reader.t("review.answers")), { kind: "buttons", buttons }];
}

function evidencePieces(sheet: ReportSheet, reader: Reader): Piece[] {
  const { t } = reader;
  if (sheet.evidence.length === 0) {
    return [divider, line(t("review.no_evidence"))];
  }
  const files = byKindAndDate(sheet);
  const linked = files.filter(({ stored }) => stored).slice(0, FILES_WITH_BUTTONS);
  const plain = files.filter((file) => !linked.includes(file));
  return [
    divider,
    line([bold(t("review.evidence", { count: sheet.evidence.length }))]),
    ...linked.map(
      (file): Piece => ({
        kind: "item",
        text: fileLine(sheet, file, reader),
        buttons: [{ text: t("review.open_file"), action: SHOW_FILE, value: file.id }],
      }),
    ),
    ...packed(plain.map((file) => fileLine(sheet, file, reader))),
  ];
}

/** In the order of the questions that they answer, the oldest first. */
function byKindAndDate({ form, evidence }: ReportSheet): EvidenceFile[] {
  const keys = form.steps.flatMap(({ items }) => items).map(({ answerKey }) => answerKey);
  const place = new Map(keys.map((key, at) => [key, at]));
  const placeOf = ({ answerKey }: EvidenceFile) => place.get(answerKey) ?? keys.length;
  return [...evidence].sort((a, b) => placeOf(a) - placeOf(b) || a.uploadedAt.getTime() - b.uploadedAt.getTime());
}

/** The signed sheet and the report are compared by the person who approves. */
function confirmationOf({ confirmation }: ReportSheet, reader: Reader, mayRaise: boolean): Piece[] {
  const value = confirmation.answer?.evidenceId;
  const open = value === undefined ? [] : [{ text: reader.t("review.open_file"), action: SHOW_FILE, value }];
  return reportPieces(confirmation, [...open, ...signalButton(confirmation, mayRaise, reader.t)], reader);
}

/** Nothing stands in the way of an approval but the reviewer's own judgement. */
function isApprovable({ confirmation: { standing } }: ReportSheet): boolean {
  return standing === "not_due" || standing === "answered";
}

/** The customer's last report, beside this one. */
function besideButtons({ case: { report }, previous }: ReportSheet, { t }: Reader): Button[] {
  const value = JSON.stringify({ report: report.id, other: previous?.id });
  return previous === undefined ? [] : [{ text: t("review.beside"), action: BESIDE, value }];
}

/** A report that was decided can leave Slack. */
function printButtons({ case: { report } }: ReportSheet, { t }: Reader): Button[] {
  return report.review === null ? [] : [{ text: t("print.button"), action: PRINT, value: report.id }];
}

function decisionPieces(sheet: ReportSheet, { t }: Reader): Piece[] {
  const value = sheet.case.report.id;
  const confirm = {
    title: t("review.approve_title"),
    text: t("review.approve_text", { number: sheet.case.number }),
    yes: t("review.approve"),
    no: t("words.cancel"),
  };
  return [
    divider,
    {
      kind: "buttons",
      buttons: [
        ...(isApprovable(sheet)
          ? [{ text: t("review.approve"), action: APPROVE, value, style: "primary" as const, confirm }]
          : []),
        { text: t("review.return"), action: RETURN, value },
        { text: t("review.re_inspect"), action: RE_INSPECT, value, style: "danger" },
      ],
    },
  ];
}
