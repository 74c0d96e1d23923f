import { TIME_FIGURES } from "../../../domain/digest/figures.ts";
import type { Lasting } from "../../../domain/digest/lasting.ts";
import { heading, line, type Piece } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import type { Section, Telling } from "./index.ts";

/** How quickly signals were seen and dealt with. Nothing where none was raised or ended. */
export const times: Section = (telling, digest) => {
  const { detected, resolved, falseAlarms } = digest.times;
  if (TIME_FIGURES.every((name) => digest.figures[name] === 0)) {
    return [];
  }
  return [
    heading(telling.t("digest.times")),
    ...figurePieces(telling, digest, TIME_FIGURES),
    ...said(telling, "detected", detected),
    ...said(telling, "resolved", resolved),
    ...(falseAlarms === 0 ? [] : [line(telling.t("digest.false_alarms", { count: falseAlarms }))]),
  ];
};

function said({ t }: Telling, which: "detected" | "resolved", { count, known, median, mean }: Lasting): Piece[] {
  if (count === 0) {
    return [];
  }
  return median === undefined || mean === undefined
    ? [line(t(`digest.times.${which}_unknown`, { count }))]
    : [line(t(`digest.times.${which}`, { median, mean: Math.round(mean * 10) / 10, known, count }))];
}
