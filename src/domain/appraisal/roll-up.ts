/** Scores joined: months to a quarter, officers to their unit. Each part is a line. Pure. */
import { type Line, type Points, sumOf } from "./line.ts";

/** A month of a quarter, or an officer of a unit. */
export interface Part {
  readonly id: string;
  readonly name: string;
  /** Nothing where nothing could be measured: it is left out. */
  readonly score: Points | undefined;
  /** Of a unit's officer what they answer for, in minor units of the policy's currency; of a month 1. */
  readonly weight: number;
}

export interface RolledUp {
  readonly lines: readonly Line[];
  readonly score: Points | undefined;
}

/** The mean by weight (handbook 2.7: a unit's by exposure); where all weigh nothing, the plain one. */
export function rollUp(parts: readonly Part[], rule: string, source: readonly string[]): RolledUp {
  const measured = parts.flatMap(({ score, ...part }) => (score === undefined ? [] : [{ ...part, score }]));
  if (measured.length === 0) return { lines: [], score: undefined };
  const total = measured.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = measured.map((part) => ({ ...part, weight: total === 0 ? 1 : part.weight }));
  const all = total === 0 ? measured.length : total;
  const lines = weighed.map(({ id, name, score, weight }): Line => {
    const values = { id, name, score, percent: Math.round((1000 * weight) / all) / 10 };
    return { rule, source, code: "part", values, points: Math.floor((score * weight) / all), proofs: [] };
  });
  return { lines, score: sumOf(lines) };
}

export const SPREAD = [60, 70, 80, 90, 100] as const;

/** How many scores lie below 60 points, from 60 to below 70, and so on; 100 belongs to the last. */
export function spreadOf(scores: readonly Points[]): number[] {
  return SPREAD.map((to, at) => {
    const from = at === 0 ? 0 : (SPREAD[at - 1] ?? 0);
    const isLast = at === SPREAD.length - 1;
    return scores.filter((score) => score >= from * 100 && (score < to * 100 || isLast)).length;
  });
}
