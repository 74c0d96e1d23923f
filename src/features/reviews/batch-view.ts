/** A batch as one screen of its reviewer: the conclusion once, each customer with what is known, and one button. Pure. */
import { isAsked } from "../../domain/check/asked.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, divider, type Line, line, note, type Piece, type Span } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { labelText } from "../../texts/label.ts";
import { knownLines } from "../batch-checks/index.ts";
import { answerText } from "../inspections/index.ts";
import type { Reader } from "../review-queue/index.ts";
import type { BatchCase, BatchedReport } from "./batch-case.ts";
import { APPROVE_BATCH, BATCH_ITEM, BATCH_REVIEW_PAGE, REPORT_MODAL, RETURN } from "./ids.ts";
import { packed } from "./packed.ts";

const MODAL_BLOCKS = 100;
const A_PAGE = 10;

/** `said`: what became of the last press, above everything. */
export function batchReviewModal(
  found: BatchCase,
  wanted: number,
  reader: Reader,
  said: readonly Line[] = [],
): ModalView {
  const pages = Math.max(1, Math.ceil(found.reports.length / A_PAGE));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = inOrder(found.reports).slice(page * A_PAGE, (page + 1) * A_PAGE);
  const pieces: Piece[] = [
    ...said.map(line),
    ...headPieces(found, reader),
    ...approvePieces(found, reader),
    ...shown.flatMap((report) => [divider, reportPiece(report, reader)]),
    ...(pages > 1 ? pagePieces(found.id, page, pages, reader) : []),
  ];
  return {
    callbackId: REPORT_MODAL,
    title: reader.t("batch.title"),
    close: reader.t("words.close"),
    metadata: JSON.stringify({ batch: found.id, page }),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

/** What waits for the reader first. */
function inOrder(reports: readonly BatchedReport[]): BatchedReport[] {
  return [...reports.filter(({ mine }) => mine), ...reports.filter(({ mine }) => !mine)];
}

function headPieces({ reports, number, submittedAt, submittedBy, copied }: BatchCase, reader: Reader): Piece[] {
  const { t, language, timeZone } = reader;
  const count = (state: BatchedReport["state"]) => reports.filter((one) => one.state === state).length;
  const mine = reports.filter((one) => one.mine).length;
  const others = reports.filter((one) => one.waits && !one.mine).length;
  const [approved, returned] = [count("approved"), count("returned")];
  const other = reports.length - mine - others - approved - returned;
  return [
    line([
      bold(t("batch.review_head", { number, moment: momentText(language, submittedAt, timeZone), name: submittedBy })),
    ]),
    note(t("batch.review_counts", { waiting: mine, approved, returned, other })),
    ...(others === 0 ? [] : [note(t("batch.not_yours_to_decide", { count: others }))]),
    ...packed(saidOnce(reports[0], reader)),
    ...(copied === undefined ? [] : packed([[bold(t("batch.copied", copied))]])),
  ];
}

/** What the officer answered once for all customers. */
function saidOnce(report: BatchedReport | undefined, { t, language }: Reader): Span[][] {
  const items = report?.form.steps.flatMap((step) => step.items) ?? [];
  return items
    .filter((item) => item.subject === "borrower" && item.own !== true && isAsked(item))
    .flatMap((item) => {
      const answer = report?.answers[item.answerKey];
      if (answer === undefined) return [];
      return [[bold(labelText(t, item.label[language])), answerText(item, answer, language, t)]];
    });
}

function approvePieces({ id, reports }: BatchCase, { t }: Reader): Piece[] {
  const count = reports.filter(({ mine }) => mine).length;
  if (count === 0) return [];
  const approve: Button = {
    text: t("batch.approve", { count }),
    action: APPROVE_BATCH,
    value: id,
    style: "primary",
    confirm: {
      title: t("batch.approve_title"),
      text: t("batch.approve_text", { count }),
      yes: t("review.approve"),
      no: t("words.cancel"),
    },
  };
  return [{ kind: "buttons", buttons: [approve] }];
}

function reportPiece(report: BatchedReport, reader: Reader): Piece {
  const { t } = reader;
  const { reportId, number, borrowerName, state, mine, form, answers } = report;
  const known = knownLines(form, answers, reader).flatMap((text) => ["\n", text]);
  const open: Button = { text: t("batch.open_one"), action: BATCH_ITEM, value: reportId };
  return {
    kind: "item",
    text: [bold(borrowerName), ` · ${number} · ${t(`batch.state.${state}`)}`, ...known],
    buttons: mine ? [open, { text: t("batch.return_one"), action: RETURN, value: reportId }] : [open],
    more: reader.cards?.(number) ?? [],
  };
}

function pagePieces(batch: string, page: number, pages: number, { t }: Reader): Piece[] {
  const to = (target: number) => JSON.stringify({ batch, page: target });
  const back = { text: t("words.previous_page"), action: BATCH_REVIEW_PAGE, value: to(page - 1) };
  const next = { text: t("words.next_page"), action: BATCH_REVIEW_PAGE, value: to(page + 1) };
  const buttons = [...(page > 0 ? [back] : []), ...(page + 1 < pages ? [next] : [])];
  return [divider, note(t("words.page", { page: page + 1, pages })), { kind: "buttons", buttons }];
}
