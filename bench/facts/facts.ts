/** A day of facts by file beside the raw driver writing the same rows of the same tables; and the longest that one write held the file. */
import { once } from "node:events";
import { copyFileSync, rmSync } from "node:fs";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { startChild } from "../children.ts";
import { figureOf, type Pair } from "../figure.ts";
import type { Taken } from "../import/taken.ts";
import { writeDay } from "./day.ts";
import type { TakenFacts } from "./taken-facts.ts";

const EACH = 100;
const OFFICERS = 173;
const FEW_OFFICERS = 2;
const RATIO_GOAL = 10;
/** The write of a day holds up a click by no more. */
const HELD_GOAL_MS = 200;
const NOW = "2026-03-10T02:00:00Z";

export const facts: Bench = {
  name: "facts",
  run: async (size) => {
    const officers = size.small ? FEW_OFFICERS : OFFICERS;
    const rows = officers * EACH;
    const book = `${size.folder}/facts.db`;
    await writeBook(`file:${book}`, officers, EACH);
    const file = `${size.folder}/balances.csv`;
    await writeDay(file, rows);
    const [took, held, used]: [Pair[], Pair[], Pair[]] = [[], [], []];
    for (let run = 0; run < size.runs; run += 1) {
      const ours = await take<TakenFacts>(size, "bench/facts/take.ts", book, file, rows);
      const raw = await take<Taken>(size, "bench/facts/raw-insert.ts", book, file, rows);
      took.push({ ours: ours.seconds, baseline: raw.seconds });
      held.push({ ours: ours.longestMs, baseline: raw.seconds * 1000 });
      used.push({ ours: ours.mostProcessorMs, baseline: raw.seconds * 1000 });
      size.say(
        `  ${rows} rows: ${ours.seconds.toFixed(2)} s beside ${raw.seconds.toFixed(2)} s; held ${ours.longestMs.toFixed(0)} ms at most, ${ours.mostProcessorMs.toFixed(0)} ms of the processor`,
      );
    }
    const named = `${rows.toLocaleString("en")} rows of balances`;
    return [
      figureOf({ bench: "facts", figure: named, unit: "s", goal: { ratio: RATIO_GOAL } }, took),
      figureOf(
        { bench: "facts", figure: `longest write of ${named}`, unit: "ms", goal: { atMost: HELD_GOAL_MS } },
        held,
      ),
      figureOf(
        {
          ...{ bench: "facts", figure: `processor time of the longest write of ${named}`, unit: "ms" },
          goal: { atMost: HELD_GOAL_MS },
        },
        used,
      ),
    ];
  },
};

async function take<T extends Taken>(
  size: BenchSize,
  program: string,
  book: string,
  file: string,
  rows: number,
): Promise<T> {
  const path = `${size.folder}/told.db`;
  copyFileSync(book, path);
  const child = startChild(program, [`file:${path}`, file, NOW]);
  const [taken] = (await Promise.race([
    once(child.process, "message"),
    once(child.process, "exit").then(([code]) => [
      { seconds: 0, rows: code, megabytes: 0, longestMs: 0, mostProcessorMs: 0 },
    ]),
  ])) as [T];
  await child.stop();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
  if (taken.rows !== rows) throw new Error(`${program} took ${taken.rows} of ${rows} rows`);
  return taken;
}
