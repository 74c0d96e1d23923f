/** What a digest says that comes by itself, from the totals of the moment it is sent. */
import { z } from "zod";
import { FIGURE_NAMES, ZONE_FIGURES } from "../../domain/digest/figures.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { DIGEST_RHYTHMS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { note, type View } from "../../platform/view.ts";
import { pictureBelow } from "./as-file.ts";
import { type Digest, digestAt } from "./digest.ts";
import { digestView } from "./digest-view.ts";
import { lookOf } from "./look.ts";
import type { ScopeRef } from "./place.ts";
import { ownUnit } from "./scope.ts";

const told = z.object({ rhythm: z.enum(DIGEST_RHYTHMS), days: z.string() });

/** How many customers stand in a zone is no news. */
function nothingToSay({ figures }: Digest): boolean {
  return FIGURE_NAMES.every((name) => figures[name] === 0 || ZONE_FIGURES.some((standing) => standing === name));
}

/** A day's is of the reader's own work, a week's and a month's of the highest unit they may see. Nothing is said of nothing. */
export async function drawTold(ctx: Context, { refs, editing }: DueMessage): Promise<View | undefined> {
  const { rhythm, days } = told.parse(refs);
  const unitId = rhythm === "day" ? undefined : await ownUnit(ctx);
  const of: ScopeRef = unitId === undefined ? { kind: "person", id: ctx.actor.personId } : { kind: "unit", id: unitId };
  const digest = editing ? undefined : await digestAt(ctx, { of, days });
  if (digest === undefined || isRefusal(digest) || nothingToSay(digest)) {
    return undefined;
  }
  // A message is words, so that it can be looked up and holds buttons; the picture comes below it.
  const asPicture = (await lookOf(ctx)) === "picture";
  const view = digestView({ ...ctx, shows: asPicture ? "modal" : "message" }, digest);
  const file = asPicture ? pictureBelow(ctx, digest) : undefined;
  return {
    ...view,
    ...(file === undefined ? {} : { file }),
    pieces: [...view.pieces, note(ctx.t("digest.comes", { rhythm: ctx.t(`digest.rhythm.${rhythm}`) }))],
  };
}
