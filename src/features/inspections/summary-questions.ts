/** What the gate asks of the whole check before it is submitted: why so much is copied, old, or out of range without a risk. */
import type { KnownBlock } from "@slack/types";
import type { FieldError } from "../../domain/check/types.ts";
import { judgeConclusion } from "../../domain/gate/judge-conclusion.ts";
import { wordsOf } from "../../domain/gate/policy-words.ts";
import { quoted } from "../../domain/gate/quoted.ts";
import { refuse } from "../../domain/refusal.ts";
import { plain } from "../../platform/slack/render.ts";
import type { CheckSheet } from "./check-sheet.ts";
import type { CheckFindings } from "./findings.ts";
import { ANSWER, WHAT_IS_NEW, WHY_NO_RISK, WHY_OLD } from "./ids.ts";
import type { Reader } from "./step-view.ts";

const LONGEST = 1000;
export const SUMMARY_KEYS: readonly string[] = [WHAT_IS_NEW, WHY_NO_RISK, WHY_OLD];

interface SummaryQuestion {
  readonly key: string;
  readonly text: "what_is_new" | "why_no_risk" | "why_old";
  /** Submitted only with an answer, and one that says something. */
  readonly required: boolean;
}

export function summaryQuestions({ copied, numbers, others }: CheckFindings): SummaryQuestion[] {
  const isOld = numbers.some(({ rule }) => rule === "old_figure") || others.some(({ rule }) => rule === "old_file");
  const isUnnamed = others.some(({ rule }) => rule === "range_without_risk");
  return [
    ...(copied === undefined ? [] : [{ key: WHAT_IS_NEW, text: "what_is_new", required: true } as const]),
    ...(isOld ? [{ key: WHY_OLD, text: "why_old", required: true } as const] : []),
    ...(isUnnamed ? [{ key: WHY_NO_RISK, text: "why_no_risk", required: false } as const] : []),
  ];
}

/** What was typed at the summary; empty where nothing was. */
export function saidAtSummary({ raw }: Pick<CheckSheet, "raw">, key: string): string {
  const said = raw[key];
  return typeof said === "string" ? said.trim() : "";
}

/** An answer that is asked for is held to the same measure as a conclusion; a reason for age may be plain words. */
export function unexplained(findings: CheckFindings, sheet: CheckSheet): FieldError[] {
  return summaryQuestions(findings).flatMap(({ key, required }): FieldError[] => {
    const said = saidAtSummary(sheet, key);
    const wrong = (code: string, values = {}) => [
      { stepId: "summary", answerKey: key, refusal: refuse(code, values, key) },
    ];
    if (said === "") return required ? wrong("check.error.required") : [];
    const known = { amountsYuan: [], termMonths: [] };
    const judged = judgeConclusion(said, wordsOf(sheet.policy.policy), known);
    const { empty } = judged;
    const isEmpty = key === WHAT_IS_NEW ? empty !== undefined : empty === "only_stop_phrases";
    return isEmpty ? wrong(`gate.${empty}`, { said: quoted(judged) }) : [];
  });
}

export function questionBlocks(sheet: CheckSheet, findings: CheckFindings, { t }: Reader): KnownBlock[] {
  return summaryQuestions(findings).map(({ key, text, required }): KnownBlock => {
    const typed = saidAtSummary(sheet, key);
    return {
      type: "input",
      block_id: key,
      label: plain(t(`finding.${text}`), 2000),
      hint: plain(t(`finding.${text}_why`), 2000),
      optional: !required,
      dispatch_action: true,
      element: {
        type: "plain_text_input",
        action_id: ANSWER,
        multiline: true,
        max_length: LONGEST,
        dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
        ...(typed === "" ? {} : { initial_value: typed }),
      },
    };
  });
}
