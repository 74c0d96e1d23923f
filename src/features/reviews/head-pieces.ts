/** What a report is: whose, when, by whom, under which policy, and what became of it. Pure. */
import { isoDate } from "../../domain/dates.ts";
import { maskAccount, maskName } from "../../domain/masking.ts";
import { REVIEW_DECISIONS } from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, heading, line, note, type Piece } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { reasonTexts } from "../../texts/reasons.ts";
import { bulletinNotes } from "../bulletins/index.ts";
import { storedCircumstances } from "../inspections/index.ts";
import { limitNotes, limitsPassedBy } from "../limits/index.ts";
import type { Reader } from "../review-queue/index.ts";
import { judgedPieces } from "./judged-pieces.ts";
import { packed } from "./packed.ts";
import { remarkLine, ruleLine } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function headPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  const { t, language, timeZone } = reader;
  const { report, inspection, number } = sheet.case;
  const { borrower } = inspection;
  const name = sheet.masked ? maskName(borrower.name) : borrower.name;
  const borrowerNumber = sheet.masked ? maskAccount(borrower.number) : borrower.number;
  const officer =
    sheet.owner === undefined || sheet.owner === sheet.submittedBy
      ? ""
      : ` (${t("review.owner", { name: sheet.owner })})`;
  const { version, id } = sheet.policy.policy.policy;
  return [
    heading(name),
    {
      kind: "facts",
      facts: [
        [t("review.fact.report"), `${number} · ${t(`kind.${sheet.kind}`)}`],
        [t("review.fact.officer"), `${sheet.submittedBy}${officer}`],
        visitFact(sheet, reader),
        ...zoneFact(sheet, reader),
        [t("review.fact.submitted"), momentText(language, report.submittedAt, timeZone)],
      ],
    },
    note(`${t("review.fact.borrower")} ${borrowerNumber} · ${t("review.fact.policy")} ${id} ${version}`),
    ...statePieces(sheet, reader),
    ...passedPieces(sheet, reader),
    ...bulletinNotes(sheet.bulletins, reader),
  ];
}

/** As the loans stand; of a decided report it says nothing. */
function passedPieces({ policy, case: { report, inspection } }: ReportSheet, reader: Reader): Piece[] {
  return report.review === null ? limitNotes(limitsPassedBy(policy.policy, inspection.borrower), reader) : [];
}

/** In which the customer stood when the check began. */
function zoneFact({ case: { report } }: ReportSheet, { t }: Reader): [string, string][] {
  const stood = storedCircumstances(report);
  return stood === undefined ? [] : [[t("zone.label"), t(`zone.${stood.zone}`)]];
}

/** A short note is no visit: nobody was asked where or how. */
function visitFact({ kind, mode, case: { report } }: ReportSheet, { t, language }: Reader): [string, string] {
  const date = dateText(language, isoDate(report.visitedOn));
  return kind === "weekly_track" || kind === "contact_note"
    ? [t("review.fact.noted"), date]
    : [t("review.fact.visited"), `${date} · ${t(`mode.${mode}`)}`];
}

/** Read later, a report says what became of it. */
function statePieces(sheet: ReportSheet, reader: Reader): Piece[] {
  const { t, language, timeZone } = reader;
  const { report, corrects } = sheet.case;
  const { review } = report;
  const correction = corrects && review === null ? [note(t("review.corrects"))] : [];
  if (review === null) {
    return [...correction, ...(report.state === "withdrawn" ? [note(t("report_state.withdrawn"))] : [])];
  }
  const values = { name: sheet.reviewedBy ?? "", moment: momentText(language, review.decidedAt, timeZone) };
  const reasons = reasonTexts(review.reasons, t);
  return [
    line([bold(t(`review.was_${oneOf(REVIEW_DECISIONS, review.decision)}`, values))]),
    ...judgedPieces(review, t),
    ...(reasons.length === 0 ? [] : [line(reasons.join(" · "))]),
    ...(review.note === "" ? [] : packed([[review.note]])),
    ...packed(review.notes.map((remark) => remarkLine(sheet, remark.answerKey, remark.note, reader))),
    ...(report.state === "superseded" ? [note(t("report_state.superseded"))] : []),
  ];
}

/** Rules of the policy that decided something here and wait for the legal department. */
export function unreviewedPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  if (sheet.unreviewed.length === 0) {
    return [];
  }
  const rules = sheet.unreviewed.map(({ item, mark }) => ruleLine(sheet, item, mark, reader));
  return packed([[bold(reader.t("review.unreviewed"))], ...rules]);
}
