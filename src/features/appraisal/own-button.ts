/** The button that opens the reader's own sheet of this month, wherever it stands: a Home tab that is drawn often counts nothing for it. */
import { type Context, couldEver } from "../../platform/context.ts";
import type { Button } from "../../platform/view.ts";
import { OPEN_SCORE } from "./ids.ts";
import type { ScorePlace } from "./place.ts";

/** Nothing for whoever has no score. */
export function ownScoreButton(ctx: Context): Button | undefined {
  const place: ScorePlace = { kind: "person", id: ctx.actor.personId, period: "month" };
  return couldEver(ctx, "see_score")
    ? { text: ctx.t("score.mine"), action: OPEN_SCORE, value: JSON.stringify(place) }
    : undefined;
}
