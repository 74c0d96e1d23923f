/** Inspection numbers: `I-2026-00042`, counted per year of planning. */
import type { Tx } from "../../platform/storage/index.ts";
import { takeFromSeries } from "../../platform/storage/number-series.ts";

const INSPECTIONS = { key: "inspection_numbers", letter: "I" };

export function takeNumbers(db: Tx, year: number, count: number): Promise<string[]> {
  return takeFromSeries(db, INSPECTIONS, year, count);
}
