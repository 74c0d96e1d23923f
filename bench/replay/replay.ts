/** Eight years of the real portfolio lived again, beside the raw driver asking what is due on each of those days. */
import { spawnSync } from "node:child_process";
import Database from "libsql";
import { repositoryPath } from "../../prisma/schema.ts";
import type { Bench } from "../bench.ts";
import { figureOf, type Pair } from "../figure.ts";

const GOAL_S = 60;
const PERIOD = { asOf: "2003-12-31", from: "2004-01-01", to: "2011-12-31" };
const SMALL_PERIOD = { ...PERIOD, to: "2004-01-09" };
export const replay: Bench = {
  name: "replay",
  missing: ({ portfolio }) =>
    portfolio === undefined
      ? "AFTERLOAN_PORTFOLIO names no portfolio (the SBA extract that docs/import.md describes)"
      : undefined,
  run: async (size) => {
    const { asOf, from, to } = size.small ? SMALL_PERIOD : PERIOD;
    const path = `${size.folder}/replay.db`;
    const mapping = repositoryPath("policy/mappings/sba.yml");
    afterloan(path, "clock", asOf, "--time", "23:00");
    afterloan(path, "import", size.portfolio ?? "", "--mapping", mapping, "--as-of", asOf);
    const pairs: Pair[] = [];
    for (let run = 0; run < size.runs; run += 1) {
      const ours = secondsOf(() => afterloan(path, "replay", "--from", from, "--to", to, "--json"));
      const baseline = secondsOf(() => askEachDay(path, from, to));
      size.say(`  ${from} to ${to}: ${ours.toFixed(1)} s beside ${baseline.toFixed(2)} s`);
      pairs.push({ ours, baseline });
    }
    return [
      figureOf({ bench: "replay", figure: `replay of ${from} to ${to}`, unit: "s", goal: { atMost: GOAL_S } }, pairs),
    ];
  },
};

function afterloan(path: string, ...typed: readonly string[]): void {
  const env = { PATH: process.env.PATH, DATABASE_URL: `file:${path}` };
  const run = spawnSync(process.execPath, [repositoryPath("commands/run.mjs"), ...typed], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (run.status !== 0) throw new Error(`${typed[0]} ended with ${run.status}: ${run.stderr}`);
}

/** One question a day: the open inspections that a morning would look at. */
function askEachDay(path: string, from: string, to: string): void {
  const database = new Database(path);
  const due = database.prepare(
    `SELECT "id", "assigneeId", "dueOn" FROM "Inspection" WHERE "state" IN ('planned', 'started') AND "dueOn" <= date(?, '+8 days')`,
  );
  for (let day = new Date(from); day <= new Date(to); day = new Date(day.getTime() + 86_400_000)) {
    due.all([day.toISOString().slice(0, 10)]);
  }
  database.close();
}

function secondsOf(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
