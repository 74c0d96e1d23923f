/** What the officer concludes, and the risks they name: judged as much as the record (R78), so it stands before the buttons. Pure. */
import { RISK_BLOCK } from "../../domain/check/risks.ts";
import type { FormStep } from "../../domain/check/types.ts";
import { divider, type Piece } from "../../platform/view.ts";
import type { Reader } from "../review-queue/index.ts";
import { sectionPieces, sectionsOf } from "./answer-pages.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function conclusionPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  const sections = concluding(sheet);
  const isAnswered = ({ items }: FormStep) => items.some(({ answerKey }) => sheet.answers[answerKey] !== undefined);
  return sections.some(isAnswered) ? [divider, ...sections.flatMap((one) => sectionPieces(sheet, one, reader))] : [];
}

/** The last section of which the gate judges the words, and the risks. */
function concluding({ form, policy }: ReportSheet): FormStep[] {
  const { concludes } = policy.policy.gate;
  const sections = sectionsOf(form);
  const last = sections.findLast(({ items }) => items.some(({ key }) => concludes.includes(key)));
  return sections.filter((section) => section === last || section.blockKey.startsWith(RISK_BLOCK));
}
