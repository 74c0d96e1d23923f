/** The gate's findings as the officer reads them before submitting. Pure. */
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
  const lines = [
    ...unnamedLine(sheet, findings.others, reader),
    ...findings.others.flatMap((finding) => otherLine(sheet, finding, reader)),
    ...[...findings.numbers, ...counts].flatMap((finding) => numberLine(sheet, finding, reader)),
  ];
  const { copied } = findings;
  if (lines.length === 0 && copied === undefined) return [];
  const sentences = (copied?.sentences ?? []).slice(0, MOST_SENTENCES).map(({ sentence }) => note(`“${sentence}”`));
  return [
    line([bold(t("finding.before_you_submit"))]),
    ...lines.slice(0, MOST_LINES).map((text) => line(text)),
    ...(copied === undefined
      ? []
      : [line(t("finding.copied", { percent: Math.floor(copied.similarity * 100) })), ...sentences]),
  ];
}

/** All answers out of range that no risk is about, in one line. */
function unnamedLine({ form }: CheckSheet, others: readonly OtherFinding[], { t, language }: Reader): string[] {
  const keys = others.flatMap(({ rule, answerKey }) => (rule === "range_without_risk" ? [answerKey] : []));
  const labels = form.steps
    .flatMap(({ items }) => items)
    .filter(({ answerKey }) => keys.includes(answerKey))
    .map(({ label }) => label[language]);
  return labels.length === 0 ? [] : [t("finding.range_without_risk", { labels: labels.join(" · ") })];
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
  return rule === "looks_used" && detail.number !== undefined
    ? t("finding.looks_used_in", said)
    : t(`finding.${rule}`, said);
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

function numberLine(
  { form, answers, policy }: CheckSheet,
  finding: NumberFinding | CountFinding,
  reader: Reader,
): string[] {
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
      date: answer.asOf === undefined ? "" : dateText(language, answer.asOf),
      days: policy.policy.review.evidence_max_age_days,
    }),
  ];
}
