/** `npm run bench [-- NAME ...] [--json] [--small] [--runs N]`: every figure beside a baseline of the same run. */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { appraisal } from "./appraisal/appraisal.ts";
import type { Bench, BenchSize } from "./bench.ts";
import { clicks } from "./clicks/clicks.ts";
import { limited } from "./clicks/limited.ts";
import { copied } from "./copied/copied.ts";
import { digest } from "./digest/digest.ts";
import { facts } from "./facts/facts.ts";
import { type Figure, isMet } from "./figure.ts";
import { files } from "./files/files.ts";
import { home } from "./home/home.ts";
import { imports } from "./import/import.ts";
import { ledger } from "./ledger/ledger.ts";
import { replay } from "./replay/replay.ts";
import { search } from "./search/search.ts";
import { start } from "./start/start.ts";
import { sweep } from "./sweep/sweep.ts";
import { tableText } from "./table.ts";
import { tiers } from "./tiers/tiers.ts";

const BENCHES: readonly Bench[] = [
  clicks,
  limited,
  imports,
  facts,
  start,
  replay,
  copied,
  tiers,
  sweep,
  digest,
  home,
  ledger,
  search,
  files,
  appraisal,
];
/** Medians of fewer say little. */
const RUNS = 5;
const USAGE = 64;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" }, small: { type: "boolean" }, runs: { type: "string" } },
  });
  const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
  const small = values.small ?? false;
  const runs = Number(values.runs ?? (small ? 1 : RUNS));
  if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
    process.stderr.write(
      `npm run bench [-- ${BENCHES.map(({ name }) => name).join(" | ")}] [--json] [--small] [--runs N]\n`,
    );
    return USAGE;
  }
  const chosen = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const folder = mkdtempSync(join(tmpdir(), "afterloan-bench-"));
  try {
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const portfolio = process.env.AFTERLOAN_PORTFOLIO;
    const figures = await runAll(chosen, { runs, small, folder, portfolio, say });
    report(figures, { json: values.json ?? false, small });
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runAll(benches: readonly Bench[], size: BenchSize): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const bench of benches) {
    const missing = bench.missing?.(size);
    if (missing !== undefined) {
      size.say(`${bench.name}: left out, ${missing}`);
      continue;
    }
    size.say(`${bench.name}:`);
    figures.push(...(await bench.run(size)));
  }
  return figures;
}

function report(figures: readonly Figure[], { json, small }: { json: boolean; small: boolean }): void {
  process.stdout.write(`${tableText(figures)}\n`);
  if (json) {
    const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? "", small };
    const told = figures.map((figure) => ({ ...figure, met: isMet(figure) }));
    process.stdout.write(`${JSON.stringify({ machine, figures: told })}\n`);
  }
}

process.exitCode = await main();
