/**
 * What became of a person's accounts in a quarter, against the budget (R84; handbook 2.7): the share that is overdue, and the share of
 * what was performing that became non-performing. Each moves the quarter's score, both together by the policy's points at most. Pure.
 */
import type { QualityRules } from "../policy/quality-outcome.ts";
import type { IsoDate } from "../vocabulary.ts";
import type { Proof } from "./facts.ts";
import { inOrder, type Line, type Points, sumOf, WHOLE } from "./line.ts";
import type { RolledUp } from "./roll-up.ts";

export const QUALITY_RULE = "appraisal.quality_outcome";

/** A loan of an account that the person kept in the quarter; money in minor units of the policy's currency. */
export interface HeldLoan {
  readonly id: string;
  readonly number: string;
  /** As of this day: the quarter's last one, or the last on which the person kept the account. */
  readonly on: IsoDate;
  readonly drawnMinor: bigint;
  readonly isOverdue: boolean;
  readonly isNpl: boolean;
  /** As the quarter began, or as it came to the person in it; nothing of a loan paid out since. */
  readonly before: { readonly drawnMinor: bigint; readonly isNpl: boolean } | undefined;
}

export const QUALITY_SHARES = ["overdue", "npl_migration"] as const;
export type QualityShare = (typeof QUALITY_SHARES)[number];

export interface QualityFigure {
  readonly share: QualityShare;
  /** Percent of drawn balances, two decimals; nothing where nothing was held. */
  readonly percent: number | undefined;
  /** Percent; nothing where the policy has none for the quarter, or no points for it: then it is not counted. */
  readonly budget: number | undefined;
}

export interface QualityOutcome {
  readonly figures: readonly QualityFigure[];
  readonly lines: readonly Line[];
  readonly points: Points;
}

/** `quarter`: as the policy's budgets call it, `2026-Q1`. */
export function qualityOutcome(rules: QualityRules, quarter: string, loans: readonly HeldLoan[]): QualityOutcome {
  const measured = QUALITY_SHARES.map((share) => measure(rules, quarter, share, loans));
  const lines = measured.flatMap(({ line }) => line);
  const sum = sumOf(lines);
  const most = rules.points * WHOLE;
  const points = Math.max(-most, Math.min(most, sum));
  const capped = points === sum ? [] : [lineOf(rules, "capped", points - sum, { most: rules.points })];
  return { figures: measured.map(({ figure }) => figure), lines: [...lines, ...capped], points };
}

interface Measured {
  readonly figure: QualityFigure;
  readonly line: readonly Line[];
}

const BUDGET = { overdue: "overdue_percent", npl_migration: "npl_migration_percent" } as const;
const CODE = { overdue: "overdue_share", npl_migration: "npl_migration" } as const;

function measure(rules: QualityRules, quarter: string, share: QualityShare, loans: readonly HeldLoan[]): Measured {
  const { part, all, proofs } = SHARES[share](loans);
  const rule = rules[share];
  const budget = rule === undefined ? undefined : rules.budgets?.[quarter]?.[BUDGET[share]];
  const percent = all === 0n ? undefined : Number((part * 10_000n) / all) / 100;
  const figure = { share, percent, budget };
  if (rule === undefined || budget === undefined || percent === undefined) return { figure, line: [] };
  const below = Math.round(100 * budget) - Math.round(100 * percent);
  const counted = rules.whole_steps === true ? Math.trunc(below / 100) * 100 : below;
  // A hundredth of a point for each hundredth of a percentage point, times the rate.
  const points = Math.trunc(counted > 0 ? rule.up_for_each_below * counted : rule.down_for_each_above * counted);
  const line = lineOf(rules, CODE[share], points, { percent, budget }, proofs);
  const source = rule.source ?? line.source;
  return { figure, line: [{ ...line, rule: `${QUALITY_RULE}.${share}`, source }] };
}

interface Share {
  readonly part: bigint;
  readonly all: bigint;
  /** The loans that are in the part. */
  readonly proofs: readonly Proof[];
}

const SHARES: { readonly [S in QualityShare]: (loans: readonly HeldLoan[]) => Share } = {
  overdue: (loans) =>
    shareOf(
      loans,
      ({ drawnMinor }) => drawnMinor,
      ({ isOverdue }) => isOverdue,
    ),
  npl_migration: (loans) =>
    shareOf(
      loans,
      ({ before }) => (before === undefined || before.isNpl ? 0n : before.drawnMinor),
      ({ isNpl }) => isNpl,
    ),
};

function shareOf(
  loans: readonly HeldLoan[],
  weigh: (loan: HeldLoan) => bigint,
  isIn: (loan: HeldLoan) => boolean,
): Share {
  const all = loans.reduce((sum, loan) => sum + weigh(loan), 0n);
  const those = loans.filter((loan) => isIn(loan) && weigh(loan) > 0n);
  return {
    all,
    part: those.reduce((sum, loan) => sum + weigh(loan), 0n),
    proofs: inOrder(those.map(({ id, number, on }) => ({ kind: "loan", id, name: number, on }))),
  };
}

function lineOf(
  rules: QualityRules,
  code: Line["code"],
  points: Points,
  values: Line["values"],
  proofs: readonly Proof[] = [],
): Line {
  return { rule: QUALITY_RULE, source: rules.source ?? [], code, values, points, proofs };
}

/** A quarter's months joined, moved by its outcome; from 0 to 100 points. */
export function movedBy(mean: RolledUp, { lines, points }: QualityOutcome): RolledUp {
  if (mean.score === undefined || points === 0) return mean;
  const moved = mean.score + points;
  const score = Math.max(0, Math.min(100 * WHOLE, moved));
  const bound = score === moved ? [] : [withinHundred(score - moved)];
  return { lines: [...mean.lines, ...lines, ...bound], score };
}

function withinHundred(points: Points): Line {
  return { rule: QUALITY_RULE, source: [], code: "within_hundred", values: {}, points, proofs: [] };
}
