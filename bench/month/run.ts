/**
 * `npm run month -- [--from 2007-06-01] [--days 30] [--seed 7] [--json]`: a month of the portfolio that AFTERLOAN_PORTFOLIO names, with the
 * clock moved. Each night the loans that are past due come in by file (the 120 days before a charge-off, as bench/tiers has them) and the
 * engine looks at the book; by day the ladders are swept every quarter of an hour and people answer, late, or not at all.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addDays, isIsoDate } from "../../src/domain/dates.ts";
import { isRefusal, type Refusal } from "../../src/domain/refusal.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { sweepEscalations } from "../../src/features/escalation/index.ts";
import { importFacts } from "../../src/features/facts/index.ts";
import { lookAtAsked, lookAtBook } from "../../src/features/signals/index.ts";
import { followFacts } from "../../src/follow-facts.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks, momentAt } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Parts, systemContext } from "../../src/platform/context.ts";
import { importBook, settingsOf, TIME_ZONE } from "../reports/stand.ts";
import { type Row, readRows } from "../tiers/book.ts";
import { importPeopleAbove, writeOverdue } from "./book.ts";
import { answer } from "./people.ts";
import { compare, type Shown, showNew } from "./preview.ts";
import { byCode, byRung, withoutOwner } from "./tally.ts";

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "2007-06-01" },
    days: { type: "string", default: "30" },
    seed: { type: "string", default: "7" },
    rows: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const USAGE = 64;
const EVERY_MINUTES = 15;
const AWAKE = { from: 7, to: 22 };

interface Month {
  readonly parts: Parts;
  readonly folder: string;
  readonly rows: readonly Row[];
  readonly seed: number;
  readonly shown: Map<string, Shown>;
}

async function main(): Promise<number> {
  const portfolio = process.env.AFTERLOAN_PORTFOLIO;
  const { from } = values;
  const [days, seed] = [Number(values.days), Number(values.seed)];
  if (portfolio === undefined || !isIsoDate(from) || !(days > 0) || !Number.isInteger(seed)) {
    process.stderr.write(
      "AFTERLOAN_PORTFOLIO names the extract that docs/import.md describes; --from is a date, --days and --seed whole numbers.\n",
    );
    return USAGE;
  }
  const folder = mkdtempSync(join(tmpdir(), "afterloan-month-"));
  try {
    importBook(
      { folder, portfolio, rows: values.rows === undefined ? undefined : Number(values.rows) },
      addDays(from, -1),
    );
    importPeopleAbove(folder);
    const config = loadConfig({ ...settingsOf(folder), LOG_LEVEL: "error" });
    if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
    const clocks = createStandingClocks(`${from}T05:00:00Z`);
    const { parts, close } = await openParts(config, undefined, { clocks });
    const month = { parts, folder, rows: readRows(portfolio), seed, shown: new Map<string, Shown>() };
    for (let day = 0; day < days; day += 1) await live(month, addDays(from, day));
    const isRight = await tell(month);
    await close();
    return isRight ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function live(month: Month, day: IsoDate): Promise<void> {
  const { parts, seed, shown } = month;
  parts.clocks.moveTo(momentAt(day, "01:00", TIME_ZONE));
  const overdue = await takeFacts(month, day);
  const night = allowed(await lookAtBook(systemContext(parts)));
  let [taken, refused] = [0, 0];
  for (let minute = AWAKE.from * 60; minute < AWAKE.to * 60; minute += EVERY_MINUTES) {
    parts.clocks.moveTo(momentAt(day, clockTime(minute), TIME_ZONE));
    while (allowed(await sweepEscalations(systemContext(parts))).signals > 0);
    await showNew(systemContext(parts), shown);
    const done = await answer(parts, systemContext(parts), seed, TIME_ZONE);
    taken += done.taken;
    refused += done.refused;
  }
  say(`${day}: ${overdue} past due; ${JSON.stringify(night)}; ${taken} steps taken, ${refused} refused`);
}

const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

async function takeFacts({ parts, folder, rows }: Month, day: IsoDate): Promise<number> {
  const file = `${folder}/overdue.csv`;
  const count = writeOverdue(file, rows, day);
  const ctx = systemContext(parts);
  allowed(await importFacts(ctx, { file, kind: "balances", source: "core", follow: followFacts(ctx) }));
  while (allowed(await lookAtAsked(systemContext(parts))).borrowers > 0);
  return count;
}

async function tell({ parts, shown }: Month): Promise<boolean> {
  const ctx = systemContext(parts);
  const [codes, rungs, lost] = [await byCode(ctx), await byRung(ctx), await withoutOwner(ctx)];
  const preview = await compare(ctx, shown, EVERY_MINUTES);
  console.table(codes);
  console.table(rungs);
  console.log(
    `${lost} open signals without an owner; ${preview.tellings} tellings of ${preview.signals} signals shown beforehand, ${preview.different.length} signals differ`,
  );
  for (const one of preview.different.slice(0, 10)) say(one);
  if (values.json)
    console.log(JSON.stringify({ codes, rungs, withoutOwner: lost, ...preview, different: preview.different.length }));
  return lost === 0 && preview.different.length === 0;
}

function allowed<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exit(await main());
