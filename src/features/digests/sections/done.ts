import { daysBetween } from "../../../domain/dates.ts";
import { heading, type Piece } from "../../../platform/view.ts";
import { chartDateText } from "../../../texts/dates.ts";
import type { Digest } from "../digest.ts";
import { figureLabel, figurePieces } from "../figure-pieces.ts";
import type { Section, Telling } from "./index.ts";

const NAMES = ["planned", "done_in_time", "done_late", "approved", "returned", "rejected", "overrides"] as const;

/** What was to be done in the period, what was done, and what became of it. */
export const done: Section = (telling, digest) => [
  heading(telling.t("digest.done")),
  ...figurePieces(telling, digest, NAMES),
  ...trendPieces(telling, digest),
];

/** One step is no trend, and nothing done draws nothing. */
function trendPieces({ t, language, shows }: Telling, { trend, figures }: Digest): Piece[] {
  const { steps, inTime, late } = trend;
  if (shows === "text" || steps.length < 2 || figures.done_in_time + figures.done_late === 0) {
    return [];
  }
  const shape = steps.some(({ begins, before }) => daysBetween(begins, before) > 7) ? "brief_month" : "brief";
  const chart = {
    type: "bar" as const,
    categories: steps.map(({ begins }) => chartDateText(language, begins, shape)),
    series: [
      { name: figureLabel(t, "done_in_time"), values: inTime },
      { name: figureLabel(t, "done_late"), values: late },
    ],
  };
  return [{ kind: "chart", title: t("digest.trend"), chart }];
}
