/** What `/postloan score` and its buttons answer. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { View } from "../../platform/view.ts";
import type { Telling } from "./metric-words.ts";
import { personScores } from "./person-score.ts";
import { personView } from "./person-view.ts";
import type { ScorePlace } from "./place.ts";
import { type AskedScore, readScoreWords, scoreAsked } from "./scope.ts";
import { unitScore } from "./unit-score.ts";
import { unitView } from "./unit-view.ts";

/** As typed: of whom, then which month or quarter. */
export async function scoreOf(
  ctx: Context,
  words: readonly string[],
  shows: Telling["shows"],
): Promise<View | Refusal> {
  const asked = await readScoreWords(ctx, words);
  return isRefusal(asked) ? asked : viewOf(ctx, asked, shows);
}

export async function scoreAt(ctx: Context, place: ScorePlace): Promise<View | Refusal> {
  const asked = await scoreAsked(ctx, place);
  return isRefusal(asked) ? asked : viewOf(ctx, asked, "modal");
}

async function viewOf(ctx: Context, { of, period }: AskedScore, shows: Telling["shows"]): Promise<View> {
  const telling = { t: ctx.t, language: ctx.language, shows };
  return of.kind === "person"
    ? personView(telling, { of, period, posts: await personScores(ctx, of.id, period) })
    : unitView(telling, {
        ...{ of, period, score: await unitScore(ctx, of.id, period) },
        rules: ctx.policy.policy.appraisal,
      });
}
