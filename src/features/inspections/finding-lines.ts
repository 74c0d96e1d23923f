/** The gate's findings as the officer reads them before submitting. Pure. */
import type { KnownBlock } from "@slack/types";
import type { NumberFinding } from "../../domain/gate/implausible.ts";
import { plain } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { answerText } from "./answer-text.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { type CheckFindings, whatIsNew } from "./findings.ts";
import { ANSWER, WHAT_IS_NEW } from "./ids.ts";
import type { Reader } from "./step-view.ts";

const MOST_LINES = 12;
const MOST_SENTENCES = 4;
const WHAT_IS_NEW_LENGTH = 1000;

export function findingPieces(sheet: CheckSheet, findings: CheckFindings, reader: Reader): Piece[] {
  const { t } = reader;
  const lines = findings.numbers.flatMap((finding) => numberLine(sheet, finding, reader));
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

function numberLine({ form, answers, policy }: CheckSheet, finding: NumberFinding, reader: Reader): string[] {
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

/** Asked at the summary of a report that is nearly an earlier one. */
export function whatIsNewBlock(sheet: CheckSheet, { t }: Reader): KnownBlock {
  const typed = whatIsNew(sheet);
  return {
    type: "input",
    block_id: WHAT_IS_NEW,
    label: plain(t("finding.what_is_new"), 2000),
    hint: plain(t("finding.what_is_new_why"), 2000),
    dispatch_action: true,
    element: {
      type: "plain_text_input",
      action_id: ANSWER,
      multiline: true,
      max_length: WHAT_IS_NEW_LENGTH,
      dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
      ...(typed === "" ? {} : { initial_value: typed }),
    },
  };
}
