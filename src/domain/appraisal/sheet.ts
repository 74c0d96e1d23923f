/**
 * The sheet of one person and month: metrics, what joins them to a score of 0 to 100, and the part that is shared. Pure.
 *
 * Assumptions where the handbook is silent: a metric that could not be measured counts as the rest of the sheet does; one in which
 * nothing was in time counts only where it lowers the score, so that a late inspection never raises one, not even the first thing
 * that was due.
 */
import type { AccountManagerRules, AppraisalRules, PostLoanOfficerRules } from "../policy/appraisal.ts";
import {
  ACCOUNT_MANAGER_METRICS,
  type AccountManagerFacts,
  POST_LOAN_OFFICER_METRICS,
  type PostLoanOfficerFacts,
  type ScoredRole,
} from "./facts.ts";
import { type Line, type Points, sumOf, WHOLE } from "./line.ts";
import { type ScoredMetric, scoreMetric } from "./score-metric.ts";

const HUNDRED: Points = 100 * WHOLE;

export interface Sheet {
  readonly role: ScoredRole;
  readonly metrics: readonly ScoredMetric[];
  /** What joins the metrics to the score, then the shared part. */
  readonly joined: readonly Line[];
  /** The sum of all lines, 0 to 100 points; nothing where nothing could be measured. */
  readonly score: Points | undefined;
}

export function accountManagerSheet(rules: AccountManagerRules, facts: AccountManagerFacts, source: Source): Sheet {
  const metrics = ACCOUNT_MANAGER_METRICS.map((metric) =>
    scoreMetric("account_manager", metric, rules[metric], facts[metric]),
  );
  return join("account_manager", metrics, source);
}

export function postLoanOfficerSheet(rules: PostLoanOfficerRules, facts: PostLoanOfficerFacts, source: Source): Sheet {
  const metrics = POST_LOAN_OFFICER_METRICS.map((metric) =>
    scoreMetric("post_loan_officer", metric, rules[metric], facts[metric]),
  );
  return join("post_loan_officer", metrics, source);
}

/** Of the whole section: where an assumption of this product is a rule. */
type Source = readonly string[];

export const linesOf = ({ metrics, joined }: Sheet): Line[] => [...metrics.flatMap(({ lines }) => lines), ...joined];

function join(role: ScoredRole, metrics: readonly ScoredMetric[], source: Source): Sheet {
  const measured = metrics.filter(({ unmeasured }) => unmeasured === undefined);
  if (measured.length === 0) return { role, metrics, joined: [], score: undefined };
  const rule = `appraisal.${role}`;
  const line = (code: Line["code"], points: Points, values: Line["values"]): Line[] =>
    points === 0 ? [] : [{ rule, source, code, values, points, proofs: [] }];
  const counting = countingOf(measured);
  const { earned, most } = shareOf(counting);
  const left = measured.filter((one) => !counting.includes(one));
  const taken = left.flatMap(({ metric, lines }) => line("lifts_nothing", -sumOf(lines), { metric }));
  const score = Math.floor((HUNDRED * earned) / most);
  const rest = line("unmeasured_as_rest", score - earned, { measured: most / WHOLE });
  return { role, metrics, joined: [...taken, ...rest], score };
}

/** All in which something was in time, and of the others those that lower the score, the lowest first. */
function countingOf(measured: readonly ScoredMetric[]): ScoredMetric[] {
  const counting = measured.filter(({ isFailed }) => !isFailed);
  const failed = measured.filter(({ isFailed }) => isFailed).toSorted((a, b) => compareShares([a], [b]));
  for (const one of failed) {
    if (counting.length === 0 || compareShares([one], counting) < 0) counting.push(one);
  }
  return counting;
}

function shareOf(metrics: readonly ScoredMetric[]): { readonly earned: Points; readonly most: Points } {
  return {
    earned: metrics.reduce((sum, { lines }) => sum + sumOf(lines), 0),
    most: metrics.reduce((sum, one) => sum + one.most, 0),
  };
}

function compareShares(one: readonly ScoredMetric[], other: readonly ScoredMetric[]): number {
  const [a, b] = [shareOf(one), shareOf(other)];
  return a.earned * b.most - b.earned * a.most;
}

/** Who else answers for the same book. */
export interface Partner {
  readonly personId: string;
  readonly score: Points;
}

/**
 * So much of the score is the mean of both (R90). With several partners their mean is the partner's. Without a score of either
 * nothing is shared.
 */
export function withShared(sheet: Sheet, { shared }: AppraisalRules, partners: readonly Partner[]): Sheet {
  const { score } = sheet;
  if (score === undefined || shared === undefined || partners.length === 0) return sheet;
  const theirs = partners.reduce((sum, one) => sum + one.score, 0) / partners.length;
  const points = Math.trunc((shared.percent * (theirs - score)) / 200);
  const values = { percent: shared.percent, mean: Math.round((score + theirs) / 2), partners: partners.length };
  const line: Line = {
    rule: "appraisal.shared",
    source: shared.source ?? [],
    code: "shared",
    values,
    points,
    proofs: [],
  };
  return { ...sheet, joined: [...sheet.joined, line], score: score + points };
}
