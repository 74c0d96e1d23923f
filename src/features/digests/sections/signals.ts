import { SIGNAL_FIGURES } from "../../../domain/digest/figures.ts";
import { heading, line } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import { lineText, listLine } from "../list-view.ts";
import type { Section } from "./index.ts";

/** Signals that stand, the worst and oldest with what is awaited by when. Of a product there are none: they are customers'. */
export const signals: Section = (telling, digest) => {
  const { figures, pressing, scope } = digest;
  if (scope.ref.product !== undefined || SIGNAL_FIGURES.every((name) => figures[name] === 0)) {
    return [];
  }
  const lines =
    telling.shows === "text" || telling.shows === "picture"
      ? pressing.map((one) => line(lineText(telling, one)))
      : pressing.map((one) => listLine(telling, one));
  return [heading(telling.t("digest.signals")), ...figurePieces(telling, digest, SIGNAL_FIGURES), ...lines];
};
