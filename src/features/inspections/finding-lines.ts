/** The gate's findings as the officer reads them before submitting. Pure. */
import { datedAnswers } from "../../domain/check/check-answers.ts";
import type { FormItem } from "../../domain/check/types.ts";
import { isIsoDate } from "../../domain/dates.ts";
import type { NumberFinding } from "../../domain/gate/implausible.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { labelText } from "../../texts/label.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { answerText } from "./answer-text.ts";
import type { CheckSheet } from "./check-sheet.ts";
import type { CheckFindings, OtherFinding } from "./findings.ts";
import { withExamples } from "./gate-example.ts";
import type { Reader } from "./step-view.ts";

const MOST_LINES = 12;
const MOST_SENTENCES = 4;

export function findingPieces(sheet: CheckSheet, findings: CheckFindings, reader: Reader): Piece[] {
  const { t } = reader;
  const counts = findings.changedCounts.map((count) => ({ rule: "changed_count" as const, ...count }));
  const single = findings.numbers.filter(({ rule }) => rule !== "same_figures" && rule !== "old_figure");
  const lines = [
    ...unnamedLine(sheet, findings.others, reader),
    ...findings.others.flatMap((finding) => otherLine(sheet, finding, reader)),
    ...[...single, ...counts].flatMap((finding) => numberLine(sheet, finding, reader)),
    ...repeatedLine(sheet, findings.numbers, reader),
    ...oldLines(sheet, findings.numbers, reader),
  ];
  const { copied } = findings;
  if (lines.length === 0 && copied === undefined) return [];
  const sentences = (copied?.sentences ?? []).slice(0, MOST_SENTENCES).map(({ sentence }) => note(`“${sentence}”`));
  return [
    line([bold(t("finding.before_you_submit"))]),
    ...lines.slice(0, MOST_LINES).map((text) => line(text)),
    ...(lines.length > MOST_LINES ? [note(t("finding.more", { count: lines.length - MOST_LINES }))] : []),
    ...(copied === undefined
      ? []
      : [line(t("finding.copied", { percent: Math.floor(copied.similarity * 100) })), ...sentences]),
  ];
}

/** All answers out of range that no risk is about, in one line. */
function unnamedLine(sheet: CheckSheet, others: readonly OtherFinding[], { t, language }: Reader): string[] {
  const items = itemsOf(sheet, named(others, "range_without_risk"));
  const labels = counted(items.map(({ label }) => label[language])).join(" · ");
  return items.length === 0 ? [] : [t("finding.range_without_risk", { labels })];
}

/** Each once; one that is asked of several loans with how often. */
function counted(labels: readonly string[]): string[] {
  const often = (label: string) => labels.filter((one) => one === label).length;
  return [...new Set(labels)].map((label) => (often(label) === 1 ? label : `${label} (${often(label)})`));
}

/** All figures that repeat to the last digit, in one line. */
function repeatedLine(sheet: CheckSheet, numbers: readonly NumberFinding[], { t, language }: Reader): string[] {
  const items = itemsOf(sheet, named(numbers, "same_figures"));
  const labels = items.map((item) => {
    const answer = sheet.answers[item.answerKey];
    return `${item.label[language]} ${answer === undefined ? "" : answerText(item, answer, language, t)}`;
  });
  return items.length === 0 ? [] : [t("finding.same_figures_all", { labels: labels.join(" · ") })];
}

/** One line for each day that old figures are of. */
function oldLines(sheet: CheckSheet, numbers: readonly NumberFinding[], { t, language }: Reader): string[] {
  const items = itemsOf(sheet, named(numbers, "old_figure"));
  const dated = datedAnswers(sheet.form, sheet.answers);
  const days = [...new Set(items.flatMap(({ answerKey }) => dated[answerKey]?.asOf ?? []))].sort();
  return days.map((day) => {
    const labels = items.filter(({ answerKey }) => dated[answerKey]?.asOf === day).map(({ label }) => label[language]);
    const limit = sheet.policy.policy.review.evidence_max_age_days;
    return t("finding.old_figure", { label: labels.join(" · "), date: dateText(language, day), days: limit });
  });
}

function named<R extends string>(findings: readonly { readonly rule: R; readonly answerKey: string }[], rule: R) {
  return findings.flatMap((finding) => (finding.rule === rule ? [finding.answerKey] : []));
}

/** As the form asks them. */
function itemsOf({ form }: CheckSheet, keys: readonly string[]): FormItem[] {
  return form.steps.flatMap(({ items }) => items).filter(({ answerKey }) => keys.includes(answerKey));
}

function toldLine(
  { policy }: CheckSheet,
  rule: OtherFinding["rule"],
  detail: Readonly<Record<string, string | number>>,
  { t, language }: Reader,
): string {
  const on = String(detail.takenOn ?? "");
  const date = isIsoDate(on) ? dateText(language, on) : "";
  const said = { ...detail, date, days: policy.policy.review.evidence_max_age_days };
  if (rule !== "looks_used") return t(`finding.${rule}`, said);
  const where = detail.number === undefined ? "finding.looks_used" : "finding.looks_used_in";
  return `${t(where, said)} ${t("finding.looks_used_remedy")}`;
}

/** What could be refused is told in the words of the refusal. */
function otherLine(sheet: CheckSheet, { answerKey, refusal, rule, detail }: OtherFinding, reader: Reader): string[] {
  const { t, language } = reader;
  if (rule === "range_without_risk") return [];
  const item = sheet.form.steps.flatMap(({ items }) => items).find((one) => one.answerKey === answerKey);
  const label = item?.label[language] ?? "";
  if (refusal === undefined) return [toldLine(sheet, rule, { label, ...detail }, reader)];
  const said = spokenRefusal(language, withExamples(sheet, [refusal])[0] ?? refusal);
  return [`${labelText(t, label)}${said}`];
}

type CountFinding = CheckFindings["changedCounts"][number] & { readonly rule: "changed_count" };

function numberLine({ form, answers }: CheckSheet, finding: NumberFinding | CountFinding, reader: Reader): string[] {
  const { t, language } = reader;
  const item = form.steps.flatMap(({ items }) => items).find(({ answerKey }) => answerKey === finding.answerKey);
  const answer = answers[finding.answerKey];
  if (item === undefined || answer === undefined) return [];
  const last = finding.last === undefined ? "" : answerText(item, { value: finding.last }, language, t);
  return [
    t(`finding.${finding.rule}`, {
      label: item.label[language],
      now: answerText(item, answer, language, t),
      last,
      // Those with a day are told by `oldLines`.
      date: "",
      days: 0,
    }),
  ];
}
