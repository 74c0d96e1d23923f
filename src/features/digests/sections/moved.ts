import { TIER_FIGURES } from "../../../domain/digest/figures.ts";
import { heading } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import type { Section } from "./index.ts";

/** Tiers that three hands changed in the period. Nothing where none was. */
export const moved: Section = (telling, digest) =>
  TIER_FIGURES.every((name) => digest.figures[name] === 0)
    ? []
    : [heading(telling.t("digest.moved")), ...figurePieces(telling, digest, TIER_FIGURES)];
