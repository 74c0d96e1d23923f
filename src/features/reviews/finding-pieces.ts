/** What the gate noticed, at the head of a report: how much is copied, from where, and figures that can hardly be right. Pure. */
import type { StoredAnswer } from "../../domain/check/types.ts";
import { isIsoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { bold, line, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { labelText } from "../../texts/label.ts";
import { answerText } from "../inspections/index.ts";
import type { Reader } from "../review-queue/index.ts";
import type { KeptFinding } from "./findings.ts";
import { packed } from "./packed.ts";
import { itemNamed, labelOf, type Spans } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function findingPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  if (sheet.findings.length === 0) return [];
  const unnamed = sheet.findings.filter(({ rule }) => rule === "range_without_risk");
  const lines = sheet.findings.flatMap((finding) => {
    if (finding.rule === "range_without_risk")
      return finding === unnamed[0] ? [unnamedLine(sheet, unnamed, reader)] : [];
    return finding.rule === "copied"
      ? copiedLines(sheet, finding, reader)
      : [numberLine(sheet, finding, finding.rule, reader)];
  });
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
    const label = labelNamed(sheet, answerKey, reader);
    return [`• ${label === undefined ? "" : labelText(t, label)}“${sentence}”`];
  });
  const answered = finding.answered ? [[bold(t("finding.officer_says", { text: finding.answered }))]] : [];
  return [[bold(head)], ...sentences, ...answered];
}

/** All answers out of range that no risk is about, in one line with the officer's reason. */
function unnamedLine(sheet: ReportSheet, unnamed: readonly KeptFinding[], reader: Reader): Spans {
  const labels = unnamed.flatMap(({ answerKey }) => labelNamed(sheet, answerKey ?? "", reader) ?? []);
  return [`• ${reader.t("finding.range_without_risk", { labels: labels.join(" · ") })}`, ...said(unnamed[0], reader)];
}

function said(finding: KeptFinding | undefined, { t }: Reader): Spans {
  return finding?.answered === undefined ? [] : [bold(` ${t("finding.officer_says", { text: finding.answered })}`)];
}

function numberLine(
  sheet: ReportSheet,
  finding: KeptFinding,
  rule: Exclude<KeptFinding["rule"], "copied" | "range_without_risk">,
  reader: Reader,
): Spans {
  const { t, language } = reader;
  const item = sheet.form.steps.flatMap(({ items }) => items).find((one) => one.answerKey === finding.answerKey);
  const answer = item === undefined ? undefined : sheet.answers[item.answerKey];
  if (item === undefined || answer === undefined) return [];
  if (rule === "overridden") return overriddenLine(item.label[language], finding, reader);
  const last = finding.last === undefined ? "" : answerText(item, { value: finding.last }, language, t);
  const key = rule === "looks_used" && finding.fromNumber !== undefined ? "looks_used_in" : rule;
  return [
    `• ${t(`finding.${key}`, {
      label: item.label[language],
      name: finding.name ?? "",
      number: finding.fromNumber ?? "",
      now: answerText(item, answer, language, t),
      last,
      date: dateOf(finding, answer, language),
      days: sheet.policy.policy.review.evidence_max_age_days,
    })}`,
    ...said(finding, reader),
  ];
}

/** Marked first: who let it pass, for which reason, and how often. */
function overriddenLine(label: string, { override }: KeptFinding, { t }: Reader): Spans {
  if (override === undefined) return [bold(`• ${t("finding.overridden", { label })}`)];
  const { by, reason, granted } = override;
  return [
    bold(`• ${t("finding.overridden", { label })}`),
    ` ${t("override.let_pass", { name: by, reason, count: granted })}`,
  ];
}

/** Of a file, the day it was taken; of a figure, its own. */
function dateOf({ takenOn }: KeptFinding, { asOf }: StoredAnswer, language: Language): string {
  const date = takenOn ?? asOf;
  return date === undefined || !isIsoDate(date) ? "" : dateText(language, date);
}

function labelNamed(sheet: ReportSheet, answerKey: string, reader: Reader): string | undefined {
  const item = itemNamed(sheet, answerKey);
  return item === undefined ? undefined : labelOf(sheet, item, reader);
}
