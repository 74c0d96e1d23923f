/** What a reviewer reads first: what changed, what is out of range, what the gate noticed, what stayed, what was asked. Pure. */
import { notOnRecord } from "../../domain/check/not-on-record.ts";
import { bold, divider, line, note, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import type { Reader } from "../review-queue/index.ts";
import { coveragePieces } from "./coverage-pieces.ts";
import { findingPieces } from "./finding-pieces.ts";
import { packed } from "./packed.ts";
import { changeLine, labelOf } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";

/** Changes beyond these are counted; every answer is shown further down. */
const CHANGES_SHOWN = 12;

export function newsPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  const { t, language, timeZone } = reader;
  const { changed, unchanged } = sheet.sinceLast;
  const compared = [...changed, ...unchanged];
  const outOfRange = compared.filter(({ mark, new: now }) => mark !== undefined && now !== undefined);
  const others = changed.filter((change) => !outOfRange.includes(change));
  const since =
    sheet.previous === undefined
      ? [note(t("review.first_report"))]
      : [
          line([
            bold(
              t("review.since_last", {
                number: sheet.previous.inspection.number,
                moment: momentText(language, sheet.previous.submittedAt, timeZone),
              }),
            ),
          ]),
          ...listed(sheet, others, reader),
        ];
  return [
    divider,
    ...since,
    ...revisionPieces(sheet, reader),
    ...unrecordedPieces(sheet, reader),
    ...rangePieces(sheet, outOfRange.length, reader),
    ...packed(outOfRange.map((change) => changeLine(sheet, change, reader))),
    ...findingPieces(sheet, reader),
    ...unchangedPieces(sheet, reader),
    ...coveragePieces(sheet, reader),
  ];
}

/** Named, so that what nobody looked at again is not overlooked; marked in the answers too. */
function unchangedPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  const { unchanged } = sheet.sinceLast;
  if (unchanged.length === 0) {
    return [];
  }
  const labels = unchanged.map(({ item }) => labelOf(sheet, item, reader));
  const head = bold(reader.t("review.unchanged", { count: unchanged.length }));
  return packed([[head, " ", quiet([...new Set(labels)].join(" · "))]]);
}

/** Said before the decision, because an approval makes no record of it. */
function unrecordedPieces({ answers }: ReportSheet, { t }: Reader): Piece[] {
  const found = notOnRecord(answers);
  if (found.length === 0) return [];
  const [collateral, guarantors] = (["collateral", "guarantor"] as const).map(
    (wanted) => found.filter(({ sort }) => sort === wanted).length,
  );
  const both = collateral && guarantors ? "yes" : "no";
  const matters = t("review.not_on_record_count", { collateral: collateral ?? 0, guarantors: guarantors ?? 0, both });
  return [line([bold(t("review.not_on_record", { matters }))])];
}

/** A short note has no figures that could be out of range. */
function rangePieces({ form }: ReportSheet, outOfRange: number, { t }: Reader): Piece[] {
  const isMeasured = form.steps.some(({ items }) => items.some(({ thresholds }) => thresholds !== undefined));
  if (!isMeasured) {
    return [];
  }
  return [line([bold(outOfRange === 0 ? t("review.in_range") : t("review.out_of_range", { count: outOfRange }))])];
}

function revisionPieces(sheet: ReportSheet, reader: Reader): Piece[] {
  if (sheet.sinceRevision === undefined) {
    return [];
  }
  const head = reader.t("review.since_revision", { revision: sheet.case.report.revision - 1 });
  return [line([bold(head)]), ...listed(sheet, sheet.sinceRevision.changed, reader)];
}

function listed(sheet: ReportSheet, list: ReportSheet["sinceLast"]["changed"], reader: Reader): Piece[] {
  if (list.length === 0) {
    return [line(reader.t("review.nothing_changed"))];
  }
  const rest = list.length - CHANGES_SHOWN;
  return [
    ...packed(list.slice(0, CHANGES_SHOWN).map((change) => changeLine(sheet, change, reader))),
    ...(rest > 0 ? [note(reader.t("review.more_changed", { count: rest }))] : []),
  ];
}
