/** What of variable pay hangs on a score, and when it would be released (R85): an estimate, nothing is paid here. Pure. */
import type { AppraisalRules } from "../policy/appraisal.ts";
import type { Points } from "./line.ts";

export interface RiskPay {
  /** Percent of variable pay. */
  readonly atStake: number;
  /** Percent of variable pay that this score would earn. */
  readonly earned: number;
  /** Percent of variable pay that ten points more or less would move. */
  readonly ofTenPoints: number;
  /** The earned part, year by year; percent of variable pay. */
  readonly releases: readonly number[];
}

export const TEN_POINTS: Points = 1_000;
const HUNDRED_POINTS: Points = 10_000;

/** Of percent with two decimals; nothing where the policy lets no pay hang on a score. */
export function riskPayOf(score: Points, { risk_pay }: AppraisalRules): RiskPay | undefined {
  if (risk_pay === undefined) return undefined;
  const { percent_of_variable_pay: atStake, release_percent } = risk_pay;
  const earned = (atStake * score) / HUNDRED_POINTS;
  return {
    atStake,
    earned: twoDecimals(earned),
    ofTenPoints: twoDecimals((atStake * TEN_POINTS) / HUNDRED_POINTS),
    releases: release_percent.map((share) => twoDecimals((earned * share) / 100)),
  };
}

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;
