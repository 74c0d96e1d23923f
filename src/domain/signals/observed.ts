/** Facts as the engine reads them: a value about one subject, from when, known since when, told by whom. */
import { compareDates } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

export interface Observed {
  readonly id: string;
  readonly key: string;
  /** Decimal text, `true` or `false`, or a word. */
  readonly value: string;
  readonly unit: string;
  readonly asOf: IsoDate;
  /** ISO moment in UTC. */
  readonly recordedAt: string;
  readonly source: string;
  /** Which document, row or counterparty. */
  readonly reference: string;
  /** `claimed`: a report's figure that nobody has approved yet. */
  readonly standing: string;
  readonly supersedes?: string | null;
}

export interface Reading {
  /** Facts dated later are not seen. */
  readonly asOf: IsoDate;
  readonly reads: "claimed" | "confirmed";
  /** Facts recorded later were not known. Default: all are. */
  readonly knownAt?: string;
}

/** What is known of one key, oldest first; corrected facts are left out, and the order of `observations` does not matter. */
export function factsOf(observations: readonly Observed[], key: string, reading: Reading): Observed[] {
  const known = observations.filter((one) => reading.knownAt === undefined || one.recordedAt <= reading.knownAt);
  const corrected = new Set(known.flatMap(({ supersedes }) => supersedes ?? []));
  return known
    .filter((one) => one.key === key && compareDates(one.asOf, reading.asOf) <= 0 && !corrected.has(one.id))
    .filter(({ standing }) => reading.reads === "claimed" || standing !== "claimed")
    .sort(byTime);
}

/** One figure a date: the one that was recorded last. */
export function seriesOf(facts: readonly Observed[]): Observed[] {
  return facts.filter((one, at) => facts[at + 1]?.asOf !== one.asOf);
}

/** One fact told by two sources counts once: the same value from the same day (and of the same reference, where that tells facts apart). */
export function distinct(facts: readonly Observed[], per: "reference" | undefined): Observed[] {
  const seen = new Set<string>();
  return facts.filter(({ value, asOf, reference }) => {
    const mark = [value, asOf, per === undefined ? "" : reference].join("\n");
    return !seen.has(mark) && seen.add(mark);
  });
}

function byTime(a: Observed, b: Observed): number {
  return order(a.asOf, b.asOf) || order(a.recordedAt, b.recordedAt) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
