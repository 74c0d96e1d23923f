/** The real portfolio classified on five days through the program itself, beside a loop that only looks days up in a table. */
import { spawnSync } from "node:child_process";
import { z } from "zod";
import { repositoryPath } from "../../prisma/schema.ts";
import { isoDate } from "../../src/domain/dates.ts";
import { RISK_TIERS } from "../../src/domain/vocabulary.ts";
import type { Bench } from "../bench.ts";
import { figureOf, type Pair } from "../figure.ts";
import { linesOn, readRows } from "./book.ts";

const GOAL_S = 10;
const DAYS = ["2005-06-15", "2007-06-15", "2008-12-31", "2009-12-31", "2011-06-30"].map(isoDate);
const TABLE = [
  [360, "loss"],
  [270, "doubtful"],
  [90, "substandard"],
  [0, "special_mention"],
] as const;

export const tiers: Bench = {
  name: "tiers",
  missing: ({ portfolio }) =>
    portfolio === undefined
      ? "AFTERLOAN_PORTFOLIO names no portfolio (the SBA extract that docs/import.md describes)"
      : undefined,
  run: async (size) => {
    const rows = readRows(size.portfolio ?? "");
    const books = DAYS.map((day) => ({ day, lines: linesOn(rows, day) }));
    const pairs: Pair[] = [];
    for (let run = 0; run < size.runs; run += 1) {
      for (const { day, lines } of books) {
        const [ours, answers] = timed(() => classified(lines));
        const [baseline, table] = timed(() => lines.map(byTable));
        pairs.push({ ours, baseline });
        if (run === 0) size.say(`  ${day}: ${ours.toFixed(2)} s, ${counted(lines, answers, table)}`);
      }
    }
    const goal = { atMost: GOAL_S };
    return [figureOf({ bench: "tiers", figure: "classify the real portfolio as of a day", unit: "s", goal }, pairs)];
  },
};

const answer = z.object({ floors: z.record(z.string(), z.enum(RISK_TIERS)) });
const question = z.object({ loans: z.tuple([z.object({ balance: z.number(), dpd: z.number() })]) });

/** From the start of the program to its last answer. */
function classified(lines: readonly string[]): string[] {
  const run = spawnSync(process.execPath, [repositoryPath("commands/run.mjs"), "classify", "--jsonl"], {
    env: { PATH: process.env.PATH },
    input: lines.join("\n"),
    maxBuffer: 1 << 30,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`classify ended with ${run.status}: ${run.stderr}`);
  return run.stdout.trimEnd().split("\n");
}

function byTable(line: string): string {
  const [{ dpd }] = question.parse(JSON.parse(line)).loans;
  return TABLE.find(([days]) => dpd > days)?.[1] ?? "normal";
}

/** Loans and money by tier, and how many floors differ from the table's; throws where an answer is missing. */
function counted(lines: readonly string[], answers: readonly string[], table: readonly string[]): string {
  const found = lines.map((line, at) => {
    const [tier = "none"] = Object.values(answer.parse(JSON.parse(answers[at] ?? "{}")).floors);
    return { tier, balance: question.parse(JSON.parse(line)).loans[0].balance };
  });
  const differing = found.filter(({ tier }, at) => tier !== table[at]).length;
  const told = RISK_TIERS.map((tier) => {
    const of = found.filter((one) => one.tier === tier);
    const money = of.reduce((sum, { balance }) => sum + balance, 0);
    return `${tier} ${of.length} (${(money / 1_000_000).toFixed(1)} m)`;
  });
  return `${lines.length} loans: ${told.join(", ")}; ${differing} differ from the table of days`;
}

function timed<T>(work: () => T): [number, T] {
  const began = performance.now();
  const result = work();
  return [(performance.now() - began) / 1000, result];
}
