/** How long things took, of how many each time. Pure. */

/** So many things took so many working days; `undefined` where that is not known. */
export interface Took {
  readonly days: number | undefined;
  readonly count: number;
}

export interface Lasting {
  /** All of them. */
  readonly count: number;
  /** Those of which the days are known; the two figures are of these. */
  readonly known: number;
  /** Working days. The middle one; of an even number, the mean of the two in the middle. Nothing of nothing. */
  readonly median: number | undefined;
  readonly mean: number | undefined;
}

export function lastingOf(took: readonly Took[]): Lasting {
  const known = took
    .flatMap(({ days, count }) => (days === undefined ? [] : [{ days, count }]))
    .toSorted((one, other) => one.days - other.days);
  const sum = (some: readonly { readonly count: number }[]) => some.reduce((all, { count }) => all + count, 0);
  const many = sum(known);
  const days = known.reduce((all, one) => all + one.days * one.count, 0);
  return {
    count: sum(took),
    known: many,
    median: many === 0 ? undefined : (at(known, Math.floor((many - 1) / 2)) + at(known, Math.floor(many / 2))) / 2,
    mean: many === 0 ? undefined : days / many,
  };
}

/** The days of the one in this place, the quickest first. */
function at(sorted: readonly { readonly days: number; readonly count: number }[], place: number): number {
  let before = 0;
  for (const { days, count } of sorted) {
    before += count;
    if (place < before) return days;
  }
  return 0;
}
