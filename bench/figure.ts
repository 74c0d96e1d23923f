/** A figure is a measure of ours beside a baseline measured in the same run. */

export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly unit: "ms" | "s" | "MB";
  /** Median of the runs. */
  readonly ours: number;
  readonly baseline: number;
  /** Median of the ratios of each pair of runs. */
  readonly ratio: number;
  readonly runs: number;
  /** The highest ratio, or the highest value of ours, that is good enough. */
  readonly goal: { readonly ratio: number } | { readonly atMost: number };
}

export interface Pair {
  readonly ours: number;
  readonly baseline: number;
}

type Named = Pick<Figure, "bench" | "figure" | "unit" | "goal">;

/** The medians of pairs that were measured one after the other. Throws RangeError where there is none. */
export function figureOf(named: Named, pairs: readonly Pair[]): Figure {
  return {
    ...named,
    ours: rounded(median(pairs.map(({ ours }) => ours))),
    baseline: rounded(median(pairs.map(({ baseline }) => baseline))),
    ratio: rounded(median(pairs.map(({ ours, baseline }) => ours / baseline))),
    runs: pairs.length,
  };
}

/** Our 95th percentile beside the baseline's, of pairs measured one after the other. */
export function slowestOf(named: Named, pairs: readonly Pair[]): Figure {
  return {
    ...figureOf(named, pairs),
    ours: rounded(
      percentile(
        pairs.map(({ ours }) => ours),
        95,
      ),
    ),
    baseline: rounded(
      percentile(
        pairs.map(({ baseline }) => baseline),
        95,
      ),
    ),
  };
}

export function isMet({ goal, ours, ratio }: Figure): boolean {
  return "ratio" in goal ? ratio <= goal.ratio : ours <= goal.atMost;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that `percent` of the values do not exceed. Throws RangeError where there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("nothing was measured");
  return value;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
