/** How a reviewer judged the record and the conclusion of what did not pass (R78). Pure. */
import { JUDGEMENTS } from "../../domain/vocabulary.ts";
import { oneOfOrNone } from "../../platform/stored-word.ts";
import { line, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { labelText } from "../../texts/label.ts";

interface Judgements {
  readonly decision: string;
  readonly recordJudgement: string | null;
  readonly conclusionJudgement: string | null;
}

/** An approval says it by itself; reviews of before both were asked say nothing. */
export function judgedText(review: Judgements, t: Translate): string | undefined {
  const record = oneOfOrNone(JUDGEMENTS, review.recordJudgement);
  const conclusion = oneOfOrNone(JUDGEMENTS, review.conclusionJudgement);
  if (review.decision === "approved" || record === undefined || conclusion === undefined) {
    return undefined;
  }
  const said = [
    `${labelText(t, t("review.judge_record"))}${t(`review.judged.${record}`)}`,
    `${labelText(t, t("review.judge_conclusion"))}${t(`review.judged.${conclusion}`)}`,
  ];
  return said.join(" · ");
}

export function judgedPieces(review: Judgements, t: Translate): Piece[] {
  const said = judgedText(review, t);
  return said === undefined ? [] : [line(said)];
}
