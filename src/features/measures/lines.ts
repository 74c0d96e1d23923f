/** Measures as lines of a card or a report. Pure. */
import type { Language } from "../../domain/vocabulary.ts";
import { bold, heading, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { goalOf, stateText } from "./case-words.ts";
import { OPEN_MEASURE } from "./ids.ts";
import type { ListedMeasure } from "./of-borrower.ts";

export interface MeasureWording {
  readonly t: Translate;
  readonly language: Language;
}

/** Nothing where there is none. Each line opens the measure. */
export function measurePieces(wording: MeasureWording, measures: readonly ListedMeasure[]): Piece[] {
  const { t } = wording;
  return measures.length === 0
    ? []
    : [heading(t("measure.heading")), ...measures.map((measure) => measureLine(wording, measure))];
}

function measureLine({ t, language }: MeasureWording, measure: ListedMeasure): Piece {
  const parts = [
    measure.number,
    t("measure.with", { name: measure.ownerName }),
    t("measure.due", { date: dateText(language, measure.dueOn) }),
    stateText(t, measure.kind, measure.state),
  ];
  return {
    kind: "item",
    text: [bold(goalOf(t, measure))],
    detail: [quiet(parts.join(" · "))],
    buttons: [{ text: t("measure.open"), action: OPEN_MEASURE, value: measure.id }],
  };
}
