/** Answers, changes and files of a report as lines of text. Pure. */
import type { Change } from "../../domain/check/changes.ts";
import type { Mark } from "../../domain/check/out-of-range.ts";
import { stepTitle, thresholdText } from "../../domain/check/spoken.ts";
import type { FormItem, FormStep, StoredAnswer } from "../../domain/check/types.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { bold, plainText, quiet, type Span } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { sayByCode } from "../../texts/index.ts";
import { labelText } from "../../texts/label.ts";
import { answerText } from "../inspections/index.ts";
import type { Reader } from "../review-queue/index.ts";
import type { ReportSheet } from "./report-sheet.ts";
import type { EvidenceFile } from "./store.ts";

export type Spans = readonly Span[];

/** `Orange · Use verified (WC-1): 70% (< 80%) · before: 90% · -20 points`. */
export function changeLine(sheet: ReportSheet, change: Change, reader: Reader): Spans {
  const { item, mark } = change;
  const now = change.new === undefined ? reader.t("review.not_answered") : said(sheet, item, change.new, reader);
  const old = change.old === undefined ? undefined : said(sheet, item, change.old, reader);
  const since =
    old === undefined
      ? ""
      : old === now
        ? ` · ${reader.t("review.as_last_time")}`
        : ` · ${reader.t("review.was", { old })}${deltaText(change, reader)}`;
  return [
    ...levelSpans(mark, reader),
    quiet(labelText(reader.t, labelOf(sheet, item, reader))),
    bold(now),
    thresholdOf(sheet, item, mark, reader),
    since,
  ];
}

export function answerLine(sheet: ReportSheet, item: FormItem, answer: StoredAnswer, reader: Reader): Spans {
  const mark = sheet.marks.get(item.answerKey);
  const asOf =
    answer.asOf === undefined ? "" : ` · ${reader.t("review.as_of", { date: dateText(reader.language, answer.asOf) })}`;
  return [
    ...levelSpans(mark, reader),
    quiet(labelText(reader.t, item.label[reader.language])),
    said(sheet, item, answer, reader),
    thresholdOf(sheet, item, mark, reader),
    asOf,
    ...(sheet.unchanged.has(item.answerKey) ? [quiet(` · ${reader.t("review.as_last_time")}`)] : []),
  ];
}

/** The same in cells: what was asked, what was answered with its level and threshold, the date of the figure. */
export function answerCells(sheet: ReportSheet, item: FormItem, answer: StoredAnswer, reader: Reader): string[] {
  const mark = sheet.marks.get(item.answerKey);
  const level = levelSpans(mark, reader)
    .map((span) => plainText([span]))
    .join("");
  const text = `${level}${said(sheet, item, answer, reader)}${thresholdOf(sheet, item, mark, reader)}`;
  return [item.label[reader.language], text, answer.asOf === undefined ? "" : dateText(reader.language, answer.asOf)];
}

export function fileLine(sheet: ReportSheet, file: EvidenceFile, reader: Reader): Spans {
  const item = itemNamed(sheet, file.answerKey);
  const kind = item === undefined ? "" : labelText(reader.t, labelOf(sheet, item, reader));
  const state = file.stored ? "" : ` · ${reader.t("review.file_not_stored")}`;
  return [`${kind}${file.name} · ${momentText(reader.language, file.uploadedAt, reader.timeZone)}${state}`];
}

export function ruleLine(sheet: ReportSheet, item: FormItem, mark: Mark, reader: Reader): Spans {
  return [
    `${labelOf(sheet, item, reader)}${thresholdOf(sheet, item, mark, reader)} · ${[item.source].flat().join(", ")}`,
  ];
}

export function remarkLine(sheet: ReportSheet, answerKey: string, remark: string, reader: Reader): Spans {
  const item = itemNamed(sheet, answerKey);
  const label = item === undefined ? answerKey : labelOf(sheet, item, reader);
  return [quiet(labelText(reader.t, label)), remark];
}

/** With the loan, collateral or guarantor it is about. */
export function labelOf(sheet: ReportSheet, item: FormItem, { language }: Reader): string {
  const about = stepOf(sheet, item.answerKey)?.about;
  return about === undefined ? item.label[language] : `${item.label[language]} (${about})`;
}

export function titleOf(step: FormStep, { language }: Reader): string {
  return stepTitle(step, language);
}

export function itemNamed(sheet: ReportSheet, answerKey: string): FormItem | undefined {
  return stepOf(sheet, answerKey)?.items.find((item) => item.answerKey === answerKey);
}

function stepOf(sheet: ReportSheet, answerKey: string): FormStep | undefined {
  return sheet.form.steps.find(({ items }) => items.some((item) => item.answerKey === answerKey));
}

function said(sheet: ReportSheet, item: FormItem, answer: StoredAnswer, { language, t }: Reader): string {
  if (item.type === "date" && typeof answer.value === "string" && isIsoDate(answer.value)) {
    return dateText(language, answer.value);
  }
  const shown =
    sheet.masked && item.type === "people" ? { ...answer, value: [answer.value].flat().map(maskName) } : answer;
  return answerText(item, shown, language, t);
}

function levelSpans(mark: Mark | undefined, { t }: Reader): Spans {
  return mark === undefined ? [] : [bold(t(`check.level.${mark.level}`)), " · "];
}

function thresholdOf(sheet: ReportSheet, item: FormItem, mark: Mark | undefined, { language, t }: Reader): string {
  if (mark === undefined) {
    return "";
  }
  const say = (key: string, values: Readonly<Record<string, string | number>>) => sayByCode(language, key, values);
  const threshold = thresholdText(mark, item, sheet.form, language, say);
  const answer = sheet.answers[item.answerKey];
  // Of a choice the threshold is the choice itself: "Yes (Yes)" says nothing.
  return answer !== undefined && threshold === answerText(item, answer, language, t) ? "" : ` (${threshold})`;
}

/** Of a percentage the difference counts points; a share of a share would mislead. */
function deltaText({ item, delta, relative }: Change, { language, t }: Reader): string {
  if (delta === undefined) {
    return "";
  }
  const signed = delta.startsWith("-") ? delta : `+${delta}`;
  if (item.type === "date") {
    return ` · ${t("check.amount.days", { number: signed })}`;
  }
  if (item.unit === "percent") {
    return ` · ${t("review.points", { number: signed })}`;
  }
  const sign = delta.startsWith("-") ? "" : "+";
  const share = relative === undefined ? "" : ` (${relative.startsWith("-") ? "" : "+"}${relative}%)`;
  return ` · ${sign}${answerText(item, { value: delta }, language, t)}${share}`;
}
