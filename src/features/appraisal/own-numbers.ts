/** The reader's own score of this month in a line, for the Home tab. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { bold, type Piece, quiet } from "../../platform/view.ts";
import { OPEN_SCORE } from "./ids.ts";
import { whole } from "./metric-words.ts";
import { periodText } from "./period-text.ts";
import { personScores } from "./person-score.ts";
import { readScoreWords } from "./scope.ts";

/** One item for each post that the reader holds, with a button that opens the sheet; nothing for whoever is not scored. */
export async function ownNumbers(ctx: Context): Promise<Piece[]> {
  const asked = await readScoreWords(ctx, ["me"]);
  if (isRefusal(asked)) return [];
  const { t } = ctx;
  const { of, period } = asked;
  const value = JSON.stringify({ kind: "person", id: of.id, period: period.name });
  const posts = await personScores(ctx, of.id, period);
  return posts.map(({ role, months }) => {
    const score = months.at(-1)?.sheet.score;
    return {
      kind: "item",
      text: [bold(score === undefined ? t("score.nothing_measured") : t("score.of_hundred", { score: whole(score) }))],
      detail: [quiet([periodText(ctx.language, period), t(`role.${role}`)].join(" · "))],
      buttons: [{ text: t("score.open"), action: OPEN_SCORE, value }],
    };
  });
}
