/**
 * `npm run reports -- [--reports 1000] [--officers 10] [--seed 7] [--rows N] [--json]`: the portfolio that AFTERLOAN_PORTFOLIO
 * names is imported, and generated officers write reports on it by their own presses and keys: two on each customer, six
 * officers of ten honestly, four in one of the ways that the gate is there for. What was refused, warned of, and passed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { percentile } from "../figure.ts";
import { CONDUCTS, type Conduct, conductOf } from "./conduct.ts";
import { AS_OF, importBook, type Officer, openStand, type Stand } from "./stand.ts";
import { type Outcome, type Task, type Written, writeReport } from "./write-report.ts";

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "1000" },
    officers: { type: "string", default: "10" },
    seed: { type: "string", default: "7" },
    rows: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const USAGE = 64;

interface Line extends Written {
  readonly conduct: Conduct;
}

async function main(): Promise<number> {
  const portfolio = process.env.AFTERLOAN_PORTFOLIO;
  const [reports, officers, seed] = [Number(values.reports), Number(values.officers), Number(values.seed)];
  if (portfolio === undefined || ![reports, officers, seed].every(Number.isInteger)) {
    process.stderr.write(
      "AFTERLOAN_PORTFOLIO names the extract that docs/import.md describes; counts are whole numbers.\n",
    );
    return USAGE;
  }
  const folder = mkdtempSync(join(tmpdir(), "afterloan-reports-"));
  try {
    const rows = values.rows === undefined ? undefined : Number(values.rows);
    const wishes = { folder, portfolio, officers, rows };
    const began = performance.now();
    importBook(wishes);
    say(`imported in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const stand = await openStand(wishes);
    const lines = await writeAll(stand, Math.ceil(reports / stand.officers.length), seed);
    await stand.stop();
    tell(lines, performance.now() - began);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two reports of each officer in turn, so that the time of one is not that of the others. */
async function writeAll(stand: Stand, each: number, seed: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (let count = 0; count < each; count += 2) {
    for (const [place, officer] of stand.officers.entries()) {
      const seedOf = seed * 1_000_000 + place * 10_000 + count;
      lines.push(...(await writeTwo(stand, officer, { place, count, seed: seedOf, both: count + 1 < each })));
    }
    say(`${lines.length} written`);
  }
  return lines;
}

interface Turn {
  readonly place: number;
  readonly count: number;
  readonly seed: number;
  readonly both: boolean;
}

/** The customer's check, and the one that its submission has planned. What was refused has no second. */
async function writeTwo(stand: Stand, officer: Officer, { place, count, seed, both }: Turn): Promise<Line[]> {
  const conduct = conductOf(place);
  const number = officer.inspections[count / 2];
  if (number === undefined) throw new Error(`officer ${place} has too few inspections`);
  const task: Task = { number, conduct, visitedOn: AS_OF, seed, last: undefined };
  const first = { ...(await writeReport(stand, officer, task)), conduct };
  const next = first.outcome === "refused" || !both ? undefined : await nextOf(stand, number);
  if (next === undefined) {
    return [first];
  }
  const again = { ...task, number: next, seed: seed + SECOND, last: first.said };
  return [first, { ...(await writeReport(stand, officer, again)), conduct }];
}

const SECOND = 5_000;

/** The inspection that the submission of this one has planned. */
async function nextOf(stand: Stand, number: string): Promise<string | undefined> {
  const { db } = stand.parts.database;
  const { id, borrowerId } = await db.inspection.findUniqueOrThrow({ where: { number } });
  const next = await db.inspection.findFirst({
    where: { borrowerId, state: "planned", NOT: { id } },
    orderBy: { dueOn: "asc" },
    select: { number: true },
  });
  return next?.number;
}

function tell(lines: readonly Line[], ms: number): void {
  const by = CONDUCTS.map((conduct) => ({ conduct, ...counted(lines.filter((line) => line.conduct === conduct)) }));
  console.table(by);
  sayWhy(lines);
  const timing = timingOf(lines);
  console.table(timing);
  if (values.json) {
    const seconds = Math.round(ms / 1000);
    console.log(JSON.stringify({ ...counted(lines), by, ...timing, seconds, load: loadavg()[0] }));
  }
}

function counted(lines: readonly Line[]) {
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  return { reports: lines.length, refused: count("refused"), warned: count("warned"), passed: count("passed") };
}

/** Milliseconds; none where nobody came so far. */
function timingOf(lines: readonly Line[]) {
  const submits = lines.flatMap(({ submitMs }) => submitMs ?? []);
  const fills = lines.map(({ fillMs }) => fillMs);
  const spread = (all: readonly number[]) =>
    all.length === 0 ? {} : { median: Math.round(percentile(all, 50)), p95: Math.round(percentile(all, 95)) };
  return { submit_ms: spread(submits), fill_ms: spread(fills), steps: spread(lines.map(({ steps }) => steps)) };
}

const REASONS_SAID = 20;
const REASON_LENGTH = 100;

/** The most frequent reasons by kind of officer. */
function sayWhy(lines: readonly Line[]): void {
  const why = new Map<string, number>();
  for (const { because, conduct, outcome } of lines) {
    for (const one of because) {
      const key = `${conduct}, ${outcome}: ${one.slice(0, REASON_LENGTH)}`;
      why.set(key, (why.get(key) ?? 0) + 1);
    }
  }
  const most = [...why].sort((a, b) => b[1] - a[1]).slice(0, REASONS_SAID);
  for (const [key, count] of most) say(`${count} times ${key}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exit(await main());
