import { TIER_FIGURES, ZONE_MOVE_FIGURES } from "../../../domain/digest/figures.ts";
import { heading } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import type { Section } from "./index.ts";

const NAMES = [...TIER_FIGURES, ...ZONE_MOVE_FIGURES] as const;

/** Tiers and zones that changed in the period. Nothing where none did. */
export const moved: Section = (telling, digest) =>
  NAMES.every((name) => digest.figures[name] === 0)
    ? []
    : [heading(telling.t("digest.moved")), ...figurePieces(telling, digest, NAMES)];
