/** What the gate noticed, at the head of a report: how much is copied, from where, and figures that can hardly be right. Pure. */
import { bold, line, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { labelText } from "../../texts/label.ts";
import { answerText } from "../inspections/index.ts";
import type { Reader } from "../review-queue/index.ts";
import type { KeptFinding } from "./findings.ts";
import { packed } from "./packed.ts";
import type { Spans } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function findingPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  if (sheet.findings.length === 0) return [];
  const lines = sheet.findings.flatMap((finding) =>
    finding.rule === "copied"
      ? copiedLines(sheet, finding, reader)
      : [numberLine(sheet, finding, finding.rule, reader)],
  );
  return [line([bold(reader.t("finding.notice"))]), ...packed(lines.filter((spans) => spans.length > 0))];
}

/** The unchanged sentences stand there word for word, each with the question that it answers. */
function copiedLines(sheet: ReportSheet, finding: KeptFinding, reader: Reader): Spans[] {
  const { t } = reader;
  const percent = finding.percent ?? 0;
  const head =
    finding.fromNumber === undefined
      ? t("finding.copied_elsewhere", { percent })
      : t("finding.copied_from", { percent, number: finding.fromNumber });
  const sentences = finding.sentences.map(({ answerKey, sentence }): Spans => {
    const label = labelOf(sheet, answerKey, reader);
    return [`• ${label === undefined ? "" : labelText(t, label)}“${sentence}”`];
  });
  const answered = finding.answered ? [[bold(t("finding.officer_says", { text: finding.answered }))]] : [];
  return [[bold(head)], ...sentences, ...answered];
}

function numberLine(
  sheet: ReportSheet,
  finding: KeptFinding,
  rule: Exclude<KeptFinding["rule"], "copied">,
  reader: Reader,
): Spans {
  const { t, language } = reader;
  const item = sheet.form.steps.flatMap(({ items }) => items).find((one) => one.answerKey === finding.answerKey);
  const answer = item === undefined ? undefined : sheet.answers[item.answerKey];
  if (item === undefined || answer === undefined) return [];
  const last = finding.last === undefined ? "" : answerText(item, { value: finding.last }, language, t);
  return [
    `• ${t(`finding.${rule}`, {
      label: item.label[language],
      now: answerText(item, answer, language, t),
      last,
      date: answer.asOf === undefined ? "" : dateText(language, answer.asOf),
      days: sheet.policy.policy.review.evidence_max_age_days,
    })}`,
  ];
}

function labelOf(sheet: ReportSheet, answerKey: string, { language }: Reader): string | undefined {
  const items = sheet.form.steps.flatMap((step) => step.items);
  return items.find((item) => item.answerKey === answerKey)?.label[language];
}
