/**
 * One metric of a sheet in points (handbook 2.7). Nothing due is neither a gift nor a penalty: such a metric is not measured, has no
 * points and leaves the others the whole sheet (see ./sheet.ts). Pure.
 */
import type { AccountManagerRules, PostLoanOfficerRules } from "../policy/appraisal.ts";
import type { Counted, Metric, MetricFacts, Proof, ScoredRole } from "./facts.ts";
import { inOrder, type Line, type LineCode, type Points, sumOf, WHOLE } from "./line.ts";

/** The rules of every metric, by its name. */
type Rules = AccountManagerRules & PostLoanOfficerRules;

/** `not_recorded`: no table holds it. `nothing_due`: nothing of the kind in the month. `too_few`: the policy asks for more. */
export type Unmeasured = "not_recorded" | "nothing_due" | "too_few";

export interface ScoredMetric {
  readonly metric: Metric;
  readonly rule: string;
  /** What it can give. */
  readonly most: Points;
  readonly due: number;
  readonly done: number;
  /** Why it has no points; nothing where it has. */
  readonly unmeasured?: Unmeasured;
  /** A part of it stands in no table. */
  readonly isPartlyRecorded: boolean;
  /** Something was due and nothing of it was done: it counts only where it lowers the score. */
  readonly isFailed: boolean;
  readonly lines: readonly Line[];
}

interface Asked<M extends Metric> {
  readonly rule: Rules[M];
  readonly path: string;
  readonly facts: MetricFacts;
}

/** Say something of a month in which nothing was due: what was due before may have got worse in it. */
const TAKES_OFF_FOR_EVENTS: readonly Metric[] = ["on_time_rate", "originality", "housekeeping", "overturned"];

const dueOf = (counted: readonly Counted[]) => counted.reduce((sum, { due }) => sum + due, 0);
const doneOf = (counted: readonly Counted[]) => counted.reduce((sum, { done }) => sum + done, 0);

export function scoreMetric<M extends Metric>(role: ScoredRole, metric: M, rule: Rules[M], facts: MetricFacts) {
  const path = `appraisal.${role}.${metric}`;
  const unmeasured = whyUnmeasured(metric, rule, facts);
  const [due, done] = [dueOf(facts.counted), doneOf(facts.counted)];
  const lines = unmeasured === undefined ? floored(SCORED[metric]({ rule, path, facts })) : [];
  const scored: ScoredMetric = {
    metric,
    rule: path,
    most: rule.points * WHOLE,
    due,
    done,
    ...(unmeasured === undefined ? {} : { unmeasured }),
    isPartlyRecorded: facts.notRecorded === "part",
    isFailed: unmeasured === undefined && done === 0,
    lines,
  };
  return scored;
}

function whyUnmeasured(metric: Metric, rule: Rules[Metric], facts: MetricFacts) {
  const { counted, events, missedReminders = [], notRecorded } = facts;
  if (notRecorded === "all") return "not_recorded";
  const isTold = TAKES_OFF_FOR_EVENTS.includes(metric) && events.length + missedReminders.length > 0;
  if (dueOf(counted) === 0 && !isTold) return "nothing_due";
  const isTooFew = "at_least_signals" in rule && dueOf(counted) < rule.at_least_signals;
  return isTooFew && metric === "self_found_share" ? "too_few" : undefined;
}

const SCORED: { readonly [M in Metric]: (asked: Asked<M>) => Line[] } = {
  on_time_rate: ({ rule, path, facts }) => [
    full(rule, path, facts),
    ...off(rule, path, "late", rule.off_late, notDone(facts)),
    // The rest of what a very late one costs, in the month in which it became one.
    ...off(rule, path, "very_late", rule.off_very_late - rule.off_late, facts.events),
  ],
  first_pass_rate: ({ rule, path, facts }) => {
    const { counted } = facts;
    const below = rule.target_percent * dueOf(counted) - 100 * doneOf(counted);
    const steps = Math.max(0, Math.floor(below / (rule.for_points * dueOf(counted))));
    const costs = off(rule, path, "below_target", rule.off * steps, steps === 0 ? [] : [undefined]);
    return [full(rule, path, facts), ...costs.map((line) => ({ ...line, proofs: inOrder(notDone(facts)) }))];
  },
  quantification: reached,
  originality: ({ rule, path, facts }) => [
    full(rule, path, facts),
    ...off(rule, path, "copied", rule.off_each, facts.events),
  ],
  signal_timeliness: ({ rule, path, facts }) => {
    const { counted } = facts;
    const isReached = 100 * doneOf(counted) >= rule.target_percent * dueOf(counted);
    const missed = (red: boolean) =>
      notDone({ ...facts, counted: counted.filter(({ isRed }) => (isRed ?? false) === red) });
    return [
      full(rule, path, facts),
      ...off(rule, path, "missed_red", rule.off_red, missed(true)),
      ...off(rule, path, "missed", rule.off_other, isReached ? [] : missed(false)),
    ];
  },
  self_found_share: reached,
  measures_done: reached,
  promises_needs: reached,
  housekeeping: ({ rule, path, facts }) => [
    full(rule, path, facts),
    ...off(rule, path, "lapsed", rule.off_each, facts.events),
    ...missedReminders(rule, path, facts),
  ],
  review_on_time: reached,
  rechecks_done: reached,
  recheck_findings: reached,
  overturned: ({ rule, path, facts }) => [
    full(rule, path, facts),
    ...off(rule, path, "overturned", rule.off_each, facts.events),
  ],
  signal_tracking: reached,
  unit_on_time_rate: reached,
  report_to_managers: reached,
};

interface Rule {
  readonly points: number;
  readonly source?: readonly string[] | undefined;
}

/** Points rise evenly to the target and no further. */
function reached({
  rule,
  path,
  facts,
}: {
  readonly rule: Rule & { readonly target_percent: number };
  readonly path: string;
  readonly facts: MetricFacts;
}): Line[] {
  const [due, done] = [dueOf(facts.counted), doneOf(facts.counted)];
  const share = Math.min(1, (100 * done) / (rule.target_percent * due));
  const line = full(rule, path, facts);
  const values = { ...line.values, target: rule.target_percent, most: rule.points };
  return [{ ...line, code: "reached", values, points: Math.floor(rule.points * WHOLE * share) }];
}

function full(rule: Rule, path: string, { counted }: MetricFacts): Line {
  return {
    rule: path,
    source: rule.source ?? [],
    code: "full",
    values: { done: doneOf(counted), due: dueOf(counted) },
    points: rule.points * WHOLE,
    proofs: inOrder(counted.map(({ proof }) => proof)),
  };
}

/** A line for each, so that each can be asked about. */
function off(rule: Rule, path: string, code: LineCode, points: number, proofs: readonly (Proof | undefined)[]): Line[] {
  if (points === 0) return [];
  return inOrderOf(proofs).map((proof) => ({
    rule: path,
    source: rule.source ?? [],
    code,
    values: { points },
    points: -points * WHOLE,
    proofs: proof === undefined ? [] : [proof],
  }));
}

/** Each says when the person had been told. */
function missedReminders(rule: Rules["housekeeping"], path: string, { missedReminders: missed = [] }: MetricFacts) {
  return off(
    rule,
    path,
    "reminder_missed",
    rule.off_each,
    missed.map(({ proof }) => proof),
  ).map((line) => {
    const told = missed.find(({ proof }) => proof.id === line.proofs[0]?.id)?.toldOn ?? "";
    return { ...line, values: { ...line.values, told } };
  });
}

const inOrderOf = (proofs: readonly (Proof | undefined)[]): (Proof | undefined)[] => {
  const known = proofs.filter((proof) => proof !== undefined);
  return known.length === proofs.length ? inOrder(known) : [...proofs];
};

const notDone = ({ counted }: MetricFacts): Proof[] =>
  counted.filter(({ due, done }) => done < due).map(({ proof }) => proof);

/** More is taken off than there is: a line says what is let go. */
function floored(lines: readonly Line[]): Line[] {
  const [first] = lines;
  const sum = sumOf(lines);
  return sum >= 0 || first === undefined
    ? [...lines]
    : [...lines, { ...first, code: "not_below_zero", values: {}, points: -sum, proofs: [] }];
}
