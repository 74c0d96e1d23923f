/** What of variable pay would hang on a score, and over which years it would be released (R85). No amount of money is known here. Pure. */
import type { Points } from "../../domain/appraisal/line.ts";
import { riskPayOf, TEN_POINTS } from "../../domain/appraisal/risk-pay.ts";
import type { AppraisalRules } from "../../domain/policy/appraisal.ts";
import { heading, line, note, type Piece } from "../../platform/view.ts";
import { type Telling, whole } from "./metric-words.ts";

/** Nothing where there is no score, or the policy lets no pay hang on it. */
export function payPieces(
  { t }: Telling,
  score: Points | undefined,
  rules: AppraisalRules | undefined,
  { isMean }: { readonly isMean: boolean } = { isMean: false },
): Piece[] {
  const pay = score === undefined || rules === undefined ? undefined : riskPayOf(score, rules);
  if (pay === undefined) return [];
  const years = pay.releases.map((percent, at) => t("score.pay_year", { year: at + 1, percent }));
  return [
    heading(t("score.pay")),
    line(t(isMean ? "score.pay_at_mean" : "score.pay_at_stake", { atStake: pay.atStake, earned: pay.earned })),
    line(years.join(" · ")),
    note(t("score.pay_ten_points", { points: whole(TEN_POINTS), percent: pay.ofTenPoints })),
    note(t("score.pay_estimate")),
  ];
}
