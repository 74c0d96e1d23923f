/**
 * `npm run reports -- [--reports 1000] [--officers 10] [--visits 5] [--seed 7] [--rows N] [--json] [--read]`: the portfolio that
 * AFTERLOAN_PORTFOLIO names is imported, and generated officers write reports on it by their own presses and keys, every customer
 * visited again each quarter: four officers honestly, six in one of the ways that the gate is there for. What was refused, warned
 * of, and passed. `--read` prints the sentences that they read.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { AS_OF, importBook, openStand } from "./stand.ts";
import { byOfficer, byRule, counted, type Line, sentences, timingOf } from "./tally.ts";
import { writeAll } from "./visits.ts";

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "1000" },
    officers: { type: "string", default: "10" },
    visits: { type: "string", default: "5" },
    seed: { type: "string", default: "7" },
    rows: { type: "string" },
    json: { type: "boolean", default: false },
    read: { type: "boolean", default: false },
  },
});
const USAGE = 64;
const SECOND = 1000;

async function main(): Promise<number> {
  const portfolio = process.env.AFTERLOAN_PORTFOLIO;
  const counts = [values.reports, values.officers, values.visits, values.seed].map(Number);
  const [reports = 0, officers = 0, visits = 0, seed = 0] = counts;
  if (portfolio === undefined || !counts.every((count) => Number.isInteger(count) && count > 0)) {
    process.stderr.write(
      "AFTERLOAN_PORTFOLIO names the extract that docs/import.md describes; counts are whole numbers.\n",
    );
    return USAGE;
  }
  const folder = mkdtempSync(join(tmpdir(), "afterloan-reports-"));
  try {
    const rows = values.rows === undefined ? undefined : Number(values.rows);
    const customers = Math.ceil(reports / officers / visits);
    const wishes = { folder, portfolio, officers, customers, rows };
    const began = performance.now();
    importBook(wishes);
    say(`imported in ${((performance.now() - began) / SECOND).toFixed(1)} s`);
    const stand = await openStand(wishes);
    const { lines, stuck } = await writeAll(stand, { visits, seed, from: AS_OF, reports, say });
    await stand.stop();
    tell(lines, Math.round((performance.now() - began) / SECOND));
    for (const one of stuck) say(`not finished: ${one}`);
    return stuck.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(lines: readonly Line[], seconds: number): void {
  const timing = timingOf(lines);
  console.table(byOfficer(lines));
  console.table(byRule(lines));
  console.table(timing);
  if (values.read) for (const one of sentences(lines)) console.log(one);
  if (values.json) {
    const all = { ...counted(lines), by: byOfficer(lines), rules: byRule(lines), ...timing };
    console.log(JSON.stringify({ ...all, seconds, load: loadavg()[0] }));
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exit(await main());
