/** How much of what the templates require this report asked and answered (R19, R20). Pure. */
import { coverageOf } from "../../domain/check/coverage.ts";
import { note, type Piece } from "../../platform/view.ts";
import type { Reader } from "../review-queue/index.ts";
import { packed } from "./packed.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function coveragePieces({ form, answers }: ReportSheet, { t, language }: Reader): Piece[] {
  const coverage = coverageOf(form, answers);
  if (coverage === undefined) return [];
  const { percent, required, asked, answered, notAsked } = coverage;
  const labels = [...new Set(notAsked.map(({ label }) => label[language]))].join(" · ");
  const left = labels === "" ? [] : packed([[t("review.not_their_turn", { items: labels })]]);
  return [note(t("review.coverage", { percent, required, asked, answered })), ...left];
}
