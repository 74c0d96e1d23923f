/** Numbers that people can say and type: `I-2026-00042`, `C-2026-00007`; counted per letter and year. */
import type { Tx } from "./index.ts";

const TRIES = 50;

/** So many numbers in a row, of the series that begins with `letter`. Safe beside other writers: whoever comes second reads again. */
export async function takeFromSeries(
  db: Tx,
  series: { readonly key: string; readonly letter: string },
  year: number,
  count: number,
): Promise<string[]> {
  const key = `${series.key}:${year}`;
  for (let tried = 0; tried < TRIES; tried += 1) {
    // An update that writes something makes this one statement on both databases; an empty one would be a read first.
    const { value } = await db.setting.upsert({ where: { key }, update: { key }, create: { key, value: "0" } });
    const last = Number(value);
    const taken = await db.setting.updateMany({ where: { key, value }, data: { value: String(last + count) } });
    if (taken.count === 1) {
      return Array.from({ length: count }, (_, index) => numberText(series.letter, year, last + index + 1));
    }
  }
  throw new Error(`no ${series.key} could be taken`);
}

function numberText(letter: string, year: number, sequence: number): string {
  return `${letter}-${year}-${String(sequence).padStart(5, "0")}`;
}
