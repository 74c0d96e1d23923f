/** The writings in which a name is looked for. Pure. */

/** PostgreSQL tells case apart and SQLite does not: as typed, small, large, and each word's first letter large. */
export function writingsOf(wanted: string): string[] {
  const title = wanted.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([wanted, title, wanted.toUpperCase(), wanted.toLowerCase()])];
}
