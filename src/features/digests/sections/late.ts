import { LATE_FIGURES } from "../../../domain/digest/figures.ts";
import { heading, line } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import type { Section } from "./index.ts";

/** What is late. */
export const late: Section = (telling, digest) => {
  const nothing = LATE_FIGURES.every((name) => digest.figures[name] === 0);
  const { t } = telling;
  return [
    heading(t("digest.late")),
    ...(nothing ? [line(t("digest.nothing_late"))] : figurePieces(telling, digest, LATE_FIGURES)),
  ];
};
