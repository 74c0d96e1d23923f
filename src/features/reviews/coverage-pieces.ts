/** How much of what the templates require this report asked and answered (R19, R20). Pure. */
import { coverageOf } from "../../domain/check/coverage.ts";
import type { FormItem } from "../../domain/check/types.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { note, type Piece, quiet, type Span } from "../../platform/view.ts";
import type { Reader } from "../review-queue/index.ts";
import { packed } from "./packed.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function coveragePieces({ form, answers, facts }: ReportSheet, { t, language }: Reader): Piece[] {
  const coverage = coverageOf(form, answers, facts);
  if (coverage === undefined) return [];
  const { percent, required, asked, answered, notAsked, notAnswered } = coverage;
  const named = (key: "review.open_items" | "review.not_their_turn", list: readonly FormItem[]): Span[][] =>
    list.length === 0 ? [] : [[quiet(t(key, { items: labels(list, language) }))]];
  return [
    note(t("review.coverage", { percent, required, asked, answered })),
    ...packed([...named("review.open_items", notAnswered), ...named("review.not_their_turn", notAsked)]),
  ];
}

function labels(items: readonly FormItem[], language: Language): string {
  return [...new Set(items.map(({ label }) => label[language]))].join(" · ");
}
