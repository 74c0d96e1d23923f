/** Inspection numbers that people can say and type: `I-2026-00042`, counted per year of planning. */
import type { Tx } from "../../platform/storage/index.ts";

const TRIES = 50;

/** So many numbers in a row. Safe beside other writers: whoever comes second reads again. */
export async function takeNumbers(db: Tx, year: number, count: number): Promise<string[]> {
  const key = `inspection_numbers:${year}`;
  for (let tried = 0; tried < TRIES; tried += 1) {
    // An update that writes something makes this one statement on both databases; an empty one would be a read first.
    const { value } = await db.setting.upsert({ where: { key }, update: { key }, create: { key, value: "0" } });
    const last = Number(value);
    const taken = await db.setting.updateMany({ where: { key, value }, data: { value: String(last + count) } });
    if (taken.count === 1) {
      return Array.from({ length: count }, (_, index) => numberText(year, last + index + 1));
    }
  }
  throw new Error("no inspection numbers could be taken");
}

function numberText(year: number, sequence: number): string {
  return `I-${year}-${String(sequence).padStart(5, "0")}`;
}
