/** The two forms of a reviewer. Pure. */
import type { InputBlock, KnownBlock, PlainTextOption } from "@slack/types";
import type { FormItem } from "../../domain/check/types.ts";
import { RETURN_REASONS, type ReturnReason } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { Reader } from "../review-queue/index.ts";
import { ADD_REMARK, BACK, LONGEST_NOTE, LONGEST_REMARK, MOST_REMARKS, RE_INSPECT_FORM, RETURN_FORM } from "./ids.ts";
import { labelOf } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

export const RECORD_BLOCK = "record";
export const CONCLUSION_BLOCK = "conclusion";
export const REASONS_BLOCK = "reasons";
export const NOTE_BLOCK = "note";
export const VALUE = "reviews.value";
/** Slack's limit for one menu. */
const FIELDS = 100;
const OPTION_TEXT = 75;

export function returnForm(
  sheet: ReportSheet,
  remarks: number,
  offered: readonly ReturnReason[],
  reader: Reader,
): ModalView {
  const { t } = reader;
  const options = RETURN_REASONS.filter((reason) => offered.includes(reason)).map((reason) => ({
    text: plain(t(`reason.${reason}`), OPTION_TEXT),
    value: reason,
  }));
  const fields = fieldOptions(sheet, reader);
  const reasons: InputBlock = {
    type: "input",
    block_id: REASONS_BLOCK,
    label: plain(t("review.reasons"), 200),
    element: { type: "multi_static_select", action_id: VALUE, options },
  };
  const shown = fields.length === 0 ? 0 : remarks;
  const pairs = Array.from({ length: shown }, (_, index) => remarkBlocks(index + 1, fields, t)).flat();
  return form(
    RETURN_FORM,
    sheet,
    t("review.return"),
    { remarks },
    [
      ...toBlocks([note(t("review.return_hint", { number: sheet.case.number }))], 1),
      judgementBlock(RECORD_BLOCK, t("review.judge_record"), t("review.judge_record_hint"), t),
      judgementBlock(CONCLUSION_BLOCK, t("review.judge_conclusion"), t("review.judge_conclusion_hint"), t),
      reasons,
      noteBlock(t("review.note"), t("review.note_hint"), true),
      ...pairs,
      ...toBlocks(formButtons(sheet, shown > 0 && shown < MOST_REMARKS, t), 1),
    ],
    t,
  );
}

export function reInspectForm(sheet: ReportSheet, days: number, reader: Reader): ModalView {
  const { t } = reader;
  return form(
    RE_INSPECT_FORM,
    sheet,
    t("review.re_inspect"),
    {},
    [
      ...toBlocks([note(t("review.re_inspect_hint", { number: sheet.case.number, days }))], 1),
      noteBlock(t("review.why"), t("review.why_hint"), false),
      ...toBlocks(formButtons(sheet, false, t), 1),
    ],
    t,
  );
}

function form(
  callbackId: string,
  sheet: ReportSheet,
  submit: string,
  state: { remarks?: number },
  blocks: KnownBlock[],
  t: Translate,
): ModalView {
  const about = JSON.stringify({ report: sheet.case.report.id, ...state });
  return { callbackId, title: submit, submit, close: t("words.cancel"), metadata: about, blocks };
}

/** Nothing is chosen beforehand: it is a judgement (R78). */
function judgementBlock(block: string, label: string, hint: string, t: Translate): InputBlock {
  const options = (["in_order", "not_in_order"] as const).map((value) => ({
    text: plain(t(`review.judged.${value}`), OPTION_TEXT),
    value,
  }));
  return {
    type: "input",
    block_id: block,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "radio_buttons", action_id: VALUE, options },
  };
}

function noteBlock(label: string, hint: string, optional: boolean): InputBlock {
  return {
    type: "input",
    block_id: NOTE_BLOCK,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    optional,
    element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_NOTE },
  };
}

function remarkBlocks(place: number, options: PlainTextOption[], t: Translate): InputBlock[] {
  return [
    {
      type: "input",
      block_id: fieldBlock(place),
      label: plain(t("review.remark_field", { place }), 200),
      optional: true,
      element: { type: "static_select", action_id: VALUE, options },
    },
    {
      type: "input",
      block_id: remarkBlock(place),
      label: plain(t("review.remark", { place }), 200),
      optional: true,
      element: { type: "plain_text_input", action_id: VALUE, max_length: LONGEST_REMARK },
    },
  ];
}

export const fieldBlock = (place: number) => `remark_field_${place}`;
export const remarkBlock = (place: number) => `remark_${place}`;

function formButtons(sheet: ReportSheet, more: boolean, t: Translate): Piece[] {
  const value = sheet.case.report.id;
  return [
    {
      kind: "buttons",
      buttons: [
        ...(more ? [{ text: t("review.add_remark"), action: ADD_REMARK, value }] : []),
        { text: t("review.back"), action: BACK, value },
      ],
    },
  ];
}

/** Marked and changed fields first: those are what a reviewer has something to say about. */
function fieldOptions(sheet: ReportSheet, reader: Reader): PlainTextOption[] {
  const { changed, unchanged } = sheet.sinceLast;
  const first = [...changed, ...unchanged].map(({ item }) => item);
  const all = sheet.form.steps.flatMap(({ items }) => items);
  const unique = new Map<string, FormItem>([...first, ...all].map((item) => [item.answerKey, item]));
  return [...unique.values()].slice(0, FIELDS).map((item) => ({
    text: plain(labelOf(sheet, item, reader), OPTION_TEXT),
    value: item.answerKey,
  }));
}
