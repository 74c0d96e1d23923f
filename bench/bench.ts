import type { Figure } from "./figure.ts";

export interface BenchSize {
  /** Pairs of runs per figure. */
  readonly runs: number;
  /** Small enough for a smoke test: the figures mean nothing. */
  readonly small: boolean;
  /** A folder of the run's own; removed at its end. */
  readonly folder: string;
  /** The real portfolio, where the setting names one. */
  readonly portfolio: string | undefined;
  say(line: string): void;
}

export interface Bench {
  readonly name: string;
  /** Why it cannot run here; nothing where it can. */
  missing?(size: BenchSize): string | undefined;
  run(size: BenchSize): Promise<Figure[]>;
}
