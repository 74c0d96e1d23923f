/** All answers by section, and in pages where they do not fit into one view. Pure. */
import type { CheckForm, FormStep } from "../../domain/check/types.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece, quiet, type Span } from "../../platform/view.ts";
import type { Reader } from "../review-queue/index.ts";
import { ANSWERS_PAGE, REPORT_MODAL } from "./ids.ts";
import { packed } from "./packed.ts";
import { answerLine, titleOf } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

/** Slack's are 100 blocks and 250 kB; some room is left for what Slack adds. */
export const MODAL_BLOCKS = 98;
export const MODAL_BYTES = 200_000;
const PAGE_BLOCKS = 60;
const PAGE_BYTES = 120_000;

export interface AnswerPage {
  /** The section it begins with. */
  readonly first: FormStep;
  readonly pieces: readonly Piece[];
}

export function sizeOf(blocks: readonly unknown[]): number {
  return Buffer.byteLength(JSON.stringify(blocks));
}

export function answerPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  return sectionsOf(sheet.form).flatMap((section) => sectionPieces(sheet, section, reader));
}

export function answerPages(sheet: ReportSheet, reader: Reader): AnswerPage[] {
  const pages: { first: FormStep; pieces: Piece[] }[] = [];
  for (const step of sectionsOf(sheet.form)) {
    const pieces = sectionPieces(sheet, step, reader);
    const page = pages.at(-1);
    if (page === undefined || !fits([...page.pieces, ...pieces])) {
      pages.push({ first: step, pieces });
    } else {
      page.pieces.push(...pieces);
    }
  }
  return pages;
}

export function answersModal(sheet: ReportSheet, wanted: number, reader: Reader): ModalView {
  const { t } = reader;
  const pages = answerPages(sheet, reader);
  const page = Math.min(Math.max(wanted, 0), Math.max(pages.length - 1, 0));
  const to = (target: number) => JSON.stringify({ report: sheet.case.report.id, page: target });
  const buttons = [
    ...(page > 0 ? [{ text: t("words.previous_page"), action: ANSWERS_PAGE, value: to(page - 1) }] : []),
    ...(page + 1 < pages.length ? [{ text: t("words.next_page"), action: ANSWERS_PAGE, value: to(page + 1) }] : []),
  ];
  const turn: Piece[] = buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
  const place = note(t("words.page", { page: page + 1, pages: Math.max(pages.length, 1) }));
  return {
    callbackId: REPORT_MODAL,
    title: t("review.answers"),
    close: t("words.back"),
    blocks: toBlocks([place, ...(pages[page]?.pieces ?? []), ...turn], MODAL_BLOCKS),
  };
}

/** The steps of one section together: a form is cut for filling in, not for reading. */
export function sectionsOf({ steps }: CheckForm): FormStep[] {
  const sections = new Map<string, FormStep>();
  for (const step of steps) {
    const id = `${step.subject}/${step.blockKey}`;
    const begun = sections.get(id)?.items ?? [];
    sections.set(id, { ...step, part: { number: 1, of: 1 }, items: [...begun, ...step.items] });
  }
  return [...sections.values()];
}

function fits(pieces: readonly Piece[]): boolean {
  const blocks = toBlocks(pieces, 1000);
  return blocks.length <= PAGE_BLOCKS && sizeOf(blocks) <= PAGE_BYTES;
}

/** Answers of one section, and what was asked there and left open. */
export function sectionPieces(sheet: ReportSheet, step: FormStep, reader: Reader): Piece[] {
  const lines: (readonly Span[])[] = [];
  const open: string[] = [];
  for (const item of step.items) {
    const answer = sheet.answers[item.answerKey];
    if (answer === undefined) open.push(item.label[reader.language]);
    else lines.push(answerLine(sheet, item, answer, reader));
  }
  const left: Span[][] = open.length === 0 ? [] : [[quiet(reader.t("review.open_items", { items: open.join(" · ") }))]];
  return [line([bold(titleOf(step, reader))]), ...packed([...lines, ...left])];
}
