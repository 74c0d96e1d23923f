/** The writings in which a name is looked for: names stand in the record as the lender writes them. */
import type { Context } from "../../platform/context.ts";
import { inScripts } from "../../platform/han-scripts.ts";

/** Letters with cases that SQLite's LIKE does not know. */
const BEYOND_ASCII = /[^\p{ASCII}\p{Script=Han}]/u;

/** Where the database tells case apart (PostgreSQL): as typed, small, large, and each word's first letter large. */
export function casesOf({ parts }: Pick<Context, "parts">, wanted: string): string[] {
  if (parts.database.kind === "sqlite" && !BEYOND_ASCII.test(wanted)) return [wanted];
  const title = wanted.toLowerCase().replace(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([wanted, title, wanted.toUpperCase(), wanted.toLowerCase()])];
}

/** The same in simplified and traditional characters. */
export async function writingsOf(ctx: Pick<Context, "parts">, wanted: string): Promise<string[]> {
  const scripts = await inScripts(wanted);
  return [...new Set(scripts.flatMap((text) => casesOf(ctx, text)))];
}
