/** The writings in which a name is looked for: names stand in the record as the lender writes them. */
import { inScripts } from "../../platform/han-scripts.ts";

/** PostgreSQL tells case apart and SQLite does not: as typed, small, large, and each word's first letter large. */
export function casesOf(wanted: string): string[] {
  const title = wanted.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([wanted, title, wanted.toUpperCase(), wanted.toLowerCase()])];
}

/** The same in simplified and traditional characters. */
export async function writingsOf(wanted: string): Promise<string[]> {
  const scripts = await inScripts(wanted);
  return [...new Set(scripts.flatMap(casesOf))];
}
