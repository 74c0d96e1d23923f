/** The quality outcome of a quarter: each share beside its budget, what it moves, and which loans are behind it. Pure. */
import type { QualityFigure, QualityOutcome } from "../../domain/appraisal/quality-outcome.ts";
import { bold, line, note, type Piece, quiet } from "../../platform/view.ts";
import { OPEN_LINES } from "./ids.ts";
import { lineWords, signed, type Telling } from "./metric-words.ts";
import { type LinesPlace, QUALITY_OUTCOME } from "./place.ts";

export function qualityPieces(
  telling: Telling,
  { figures, lines, points }: QualityOutcome,
  of: Pick<LinesPlace, "id" | "period">,
): Piece[] {
  const { t, shows } = telling;
  const place: LinesPlace = { ...of, role: "account_manager", metric: QUALITY_OUTCOME };
  const why = { text: t("score.why"), action: OPEN_LINES, value: JSON.stringify(place) };
  const uncounted = figures.filter(({ percent, budget }) => percent === undefined || budget === undefined);
  return [
    {
      kind: "item",
      text: [bold(t("score.quality"))],
      detail: [quiet(lines.length === 0 ? t("score.quality.not_counted") : signed(t, points))],
      ...(lines.length === 0 || shows === "text" ? {} : { buttons: [why] }),
    },
    ...lines.map((one) => line([bold(signed(t, one.points)), " · ", lineWords(telling, one)])),
    ...uncounted.map((figure) => note(uncountedWords(telling, figure))),
  ];
}

/** What is not counted, and why. */
function uncountedWords({ t }: Telling, { share, percent }: QualityFigure): string {
  return percent === undefined
    ? t(`score.quality.nothing_held.${share}`)
    : t(`score.quality.no_budget.${share}`, { percent });
}
