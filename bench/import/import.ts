/** Import of an extract beside the raw driver inserting the same rows; and the memory of a million rows. */

import { once } from "node:events";
import { copyFileSync, rmSync, statSync } from "node:fs";
import { repositoryPath } from "../../prisma/schema.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { startChild } from "../children.ts";
import { type Figure, figureOf, type Pair } from "../figure.ts";
import { writeExtract } from "./extract.ts";
import type { Taken } from "./taken.ts";

const OFFICERS = 100;
const ROWS = 50_000;
const MANY_ROWS = 1_000_000;
const SMALL_ROWS = 500;
const RATIO_GOAL = 3;
const MEGABYTES_GOAL = 300;
const OURS = "bench/import/take.ts";
const RAW = "bench/import/raw-insert.ts";

export const imports: Bench = {
  name: "import",
  run: async (size) => {
    const { url } = await writeBook(`file:${size.folder}/import.db`, OFFICERS, 0);
    const people = url.slice("file:".length);
    const rows = size.small ? SMALL_ROWS : ROWS;
    const file = `${size.folder}/extract.csv`;
    await writeExtract(file, rows, OFFICERS);
    const pairs: Pair[] = [];
    for (let run = 0; run < size.runs; run += 1) {
      const ours = await take(size, OURS, people, file, rows);
      const raw = await take(size, RAW, people, file, rows);
      pairs.push({ ours: ours.seconds, baseline: raw.seconds });
      size.say(
        `  ${rows} rows: ${ours.seconds.toFixed(2)} s beside ${raw.seconds.toFixed(2)} s; ${ours.megabytes.toFixed(0)} MB`,
      );
    }
    const figure = `import of ${rows.toLocaleString("en")} rows`;
    return [
      figureOf({ bench: "import", figure, unit: "s", goal: { ratio: RATIO_GOAL } }, pairs),
      await memory(size, people, file),
    ];
  },
};

/** Once: a peak has no median. */
async function memory(size: BenchSize, people: string, file: string): Promise<Figure> {
  const rows = size.small ? SMALL_ROWS : MANY_ROWS;
  await writeExtract(file, rows, OFFICERS);
  size.say(`  ${rows.toLocaleString("en")} rows are ${(statSync(file).size / 1e6).toFixed(0)} MB of text`);
  const ours = await take(size, OURS, people, file, rows);
  const raw = await take(size, RAW, people, file, rows);
  size.say(`  ${rows} rows: ${ours.seconds.toFixed(1)} s beside ${raw.seconds.toFixed(1)} s`);
  const figure = `most memory of an import of ${rows.toLocaleString("en")} rows`;
  const pair = { ours: ours.megabytes, baseline: raw.megabytes };
  return figureOf({ bench: "import", figure, unit: "MB", goal: { atMost: MEGABYTES_GOAL } }, [pair]);
}

async function take(size: BenchSize, program: string, people: string, file: string, rows: number): Promise<Taken> {
  const path = `${size.folder}/taken.db`;
  copyFileSync(people, path);
  const child = startChild(program, [`file:${path}`, file, repositoryPath("policy/mappings/own.yml")]);
  const [taken] = (await Promise.race([
    once(child.process, "message"),
    once(child.process, "exit").then(([code]) => [{ seconds: 0, rows: code, megabytes: 0 }]),
  ])) as [Taken];
  await child.stop();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
  if (taken.rows !== rows) throw new Error(`${program} took ${taken.rows} of ${rows} rows`);
  return taken;
}
