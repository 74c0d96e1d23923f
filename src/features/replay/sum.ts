/** What is not there is left out. */
export function sum<Key extends string>(
  one: Readonly<Partial<Record<Key, number>>>,
  other: Readonly<Partial<Record<Key, number>>>,
): Partial<Record<Key, number>> {
  const all: Partial<Record<Key, number>> = { ...one };
  for (const [key, count] of Object.entries<number | undefined>(other) as [Key, number][]) {
    if (count > 0) all[key] = (all[key] ?? 0) + count;
  }
  return all;
}
