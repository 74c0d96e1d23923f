/** What can be written in one way only. Numbers are whole: a decimal is text. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [name: string]: Canonical | undefined };

/**
 * One text for one report, whatever the order in which it was put together: names sorted by code unit, no spaces, what is
 * undefined left out. Throws TypeError for a number that is not a safe integer.
 */
export function canonicalText(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, member]) => (member === undefined ? [] : [`${JSON.stringify(name)}:${canonicalText(member)}`]));
  return `{${members.join(",")}}`;
}

/** The report's content hash; `digest` is given in, so that the rule stays pure (SHA-256, hex). */
export function contentHash(report: Canonical, digest: (text: string) => string): string {
  return digest(canonicalText(report));
}
