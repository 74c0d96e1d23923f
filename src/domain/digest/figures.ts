/** The figures of a digest, and which totals each is the sum of. A figure and its list are asked with the same words. */
import { addDays } from "../dates.ts";
import {
  CORRECTION_DUE,
  CUSTOMER_STANDING,
  INSPECTION_DONE,
  INSPECTION_DUE,
  LOAN_STANDING,
  MEASURE_DUE,
  OVERRIDE_ASKED,
  REPORT_DECIDED,
  REPORT_WAITING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
  SIGNAL_STANDING,
  TIER_MOVED,
  type TotalKind,
  ZONE_MOVED,
} from "../totals/index.ts";
import { INSPECTION_STATES, type IsoDate, OVERRIDE_STATES, RISK_TIERS, type RiskTier, ZONES } from "../vocabulary.ts";
import type { Period } from "./period.ts";

/** How far ahead a digest looks, in calendar days after today. */
export const AHEAD_DAYS = 7;

/** Totals of one kind in these states, or in any where none is named, that fall on `from` or later, and earlier than `before`. */
export interface AskedTotals {
  readonly kind: TotalKind;
  readonly states?: readonly string[];
  readonly from?: IsoDate;
  readonly before?: IsoDate;
}

type Days = "before_today" | "ahead" | "period" | "any";
interface Rule {
  readonly kind: TotalKind;
  readonly states?: readonly string[];
  readonly days: Days;
}

const OPEN = ["planned", "started"];
const NOT_CANCELLED = INSPECTION_STATES.filter((state) => state !== "cancelled");

/** From this tier on a loan is non-performing. */
const FIRST_NON_PERFORMING = RISK_TIERS.indexOf("substandard");
export const NON_PERFORMING_TIERS: readonly RiskTier[] = RISK_TIERS.slice(FIRST_NON_PERFORMING);

/** The moves, `from:to`, of which this is true; both are places in `words`, the mildest first. */
function movesOf(words: readonly string[], isOne: (from: number, to: number) => boolean): string[] {
  return words.flatMap((from, at) =>
    words.filter((_to, place) => place !== at && isOne(at, place)).map((to) => `${from}:${to}`),
  );
}
const moves = (isOne: (from: number, to: number) => boolean) => movesOf(RISK_TIERS, isOne);
const isWorse = (from: number, to: number) => to > from;
const isBetter = (from: number, to: number) => to < from;

const RULES = {
  late_inspections: { kind: INSPECTION_DUE, states: OPEN, days: "before_today" },
  /** Of an approved one, its correction came back. */
  late_corrections: { kind: CORRECTION_DUE, states: ["returned", "approved"], days: "before_today" },
  late_measures: { kind: MEASURE_DUE, states: ["open"], days: "before_today" },
  red_signals: { kind: SIGNAL_STANDING, states: ["red"], days: "any" },
  orange_signals: { kind: SIGNAL_STANDING, states: ["orange"], days: "any" },
  other_signals: { kind: SIGNAL_STANDING, states: ["yellow", "blue"], days: "any" },
  tiers_worse: { kind: TIER_MOVED, states: moves(isWorse), days: "period" },
  /** Of those, the ones that were performing and are not any more. */
  non_performing: {
    kind: TIER_MOVED,
    states: moves((from, to) => from < FIRST_NON_PERFORMING && to >= FIRST_NON_PERFORMING),
    days: "period",
  },
  tiers_better: { kind: TIER_MOVED, states: moves(isBetter), days: "period" },
  zones_worse: { kind: ZONE_MOVED, states: movesOf(ZONES, isWorse), days: "period" },
  zones_better: { kind: ZONE_MOVED, states: movesOf(ZONES, isBetter), days: "period" },
  customers_z1: { kind: CUSTOMER_STANDING, states: ["z1"], days: "any" },
  customers_z2: { kind: CUSTOMER_STANDING, states: ["z2"], days: "any" },
  customers_z3: { kind: CUSTOMER_STANDING, states: ["z3"], days: "any" },
  signals_raised: { kind: SIGNAL_RAISED, days: "period" },
  /** Closed, or found to be false alarms. */
  signals_ended: { kind: SIGNAL_ENDED, days: "period" },
  /** Due in the period, whatever became of them. */
  planned: { kind: INSPECTION_DUE, states: NOT_CANCELLED, days: "period" },
  done_in_time: { kind: INSPECTION_DONE, states: ["in_time"], days: "period" },
  done_late: { kind: INSPECTION_DONE, states: ["late"], days: "period" },
  approved: { kind: REPORT_DECIDED, states: ["approved"], days: "period" },
  returned: { kind: REPORT_DECIDED, states: ["returned"], days: "period" },
  /** A new visit was asked for. */
  rejected: { kind: REPORT_DECIDED, states: ["rejected"], days: "period" },
  waiting: { kind: REPORT_WAITING, states: ["submitted", "in_review"], days: "any" },
  /** Results of measures that wait for a second person. */
  measures_reported: { kind: MEASURE_DUE, states: ["reported"], days: "any" },
  overrides: { kind: OVERRIDE_ASKED, states: OVERRIDE_STATES, days: "period" },
  due_soon: { kind: INSPECTION_DUE, states: OPEN, days: "ahead" },
} as const satisfies Readonly<Record<string, Rule>>;

export type FigureName = keyof typeof RULES;
export const LATE_FIGURES = ["late_inspections", "late_corrections", "late_measures"] as const;
export const SIGNAL_FIGURES = ["red_signals", "orange_signals", "other_signals"] as const;
export const TIER_FIGURES = ["tiers_worse", "non_performing", "tiers_better"] as const;

/** Those that count a move, `from:to`. */
export function tierFiguresOf(move: string): (typeof TIER_FIGURES)[number][] {
  return TIER_FIGURES.filter((name) => RULES[name].states.includes(move));
}

export const ZONE_FIGURES = ["customers_z1", "customers_z2", "customers_z3"] as const;
export const ZONE_MOVE_FIGURES = ["zones_worse", "zones_better"] as const;
export const TIME_FIGURES = ["signals_raised", "signals_ended"] as const;

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(RULES, name);
export const FIGURE_NAMES = Object.keys(RULES).filter(isFigureName);

/** Loans that are non-performing now: told with the book as it stands, and listed like a figure. */
export const NON_PERFORMING_LOANS = "loans_non_performing";
/** Whatever has a list behind it. */
export type ListName = FigureName | typeof NON_PERFORMING_LOANS;
export const LIST_NAMES: readonly ListName[] = [...FIGURE_NAMES, NON_PERFORMING_LOANS];
export const isListName = (name: string): name is ListName => name === NON_PERFORMING_LOANS || isFigureName(name);

/** Of loans the states are tiers: their totals hold the zone and the currency beside it. */
export function askedList(name: ListName, period: Period, today: IsoDate): AskedTotals {
  return name === NON_PERFORMING_LOANS
    ? { kind: LOAN_STANDING, states: NON_PERFORMING_TIERS }
    : askedTotals(name, period, today);
}

/** Late is before today; `due_soon` is from today on, today and `AHEAD_DAYS` days more. */
export function askedTotals(name: FigureName, period: Period, today: IsoDate): AskedTotals {
  const { days, ...counted }: Rule = RULES[name];
  switch (days) {
    case "before_today":
      return { ...counted, before: today };
    case "ahead":
      return { ...counted, from: today, before: addDays(today, AHEAD_DAYS + 1) };
    case "period":
      return { ...counted, from: period.from, before: addDays(period.to, 1) };
    case "any":
      return counted;
  }
}
