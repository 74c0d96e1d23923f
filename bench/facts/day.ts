/** A day of balances: a row for every loan of the book, every tenth a few days past due. */
import { writeFile } from "node:fs/promises";

export const DAY = "2026-03-09";
export const COLUMNS = "loan,as_of,balance,days_past_due";

export async function writeDay(path: string, loans: number, asOf = DAY): Promise<void> {
  const rows = Array.from({ length: loans }, (_, at) => `L${at},${asOf},${700_000 + at},${at % 10 === 0 ? 12 : 0}`);
  await writeFile(path, `${[COLUMNS, ...rows].join("\n")}\n`);
}
