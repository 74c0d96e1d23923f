/**
 * npm run digest-picture -- PORTFOLIO OUT [DAY] [ROWS]: the head office's digest of the real portfolio, as the picture that Slack is
 * sent, in English and Chinese: OUT-en.png and OUT-zh-Hans.png. DAY: 2007-06-14 unless said. Imported, planned, and told one night's past
 * due by the terminal's own commands; minutes.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, isoDate } from "../../src/domain/dates.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import type { Language } from "../../src/domain/vocabulary.ts";
import { digestOf, digestView } from "../../src/features/digests/index.ts";
import { importFacts } from "../../src/features/facts/index.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { lookAtAsked, lookAtBook } from "../../src/features/signals/index.ts";
import { foldTotals, recount } from "../../src/features/totals/index.ts";
import { followFacts } from "../../src/follow-facts.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks, momentAt } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Parts, systemContext } from "../../src/platform/context.ts";
import { painted } from "../../src/platform/pictures/painted.ts";
import { translator } from "../../src/texts/index.ts";
import { importPeopleAbove, writeOverdue } from "../month/book.ts";
import { importBook, settingsOf, TIME_ZONE } from "../reports/stand.ts";
import { readRows } from "../tiers/book.ts";

const PLANNED_BEFORE_DAYS = 30;
const [portfolio, out, typed = "2007-06-14", rows] = process.argv.slice(2);
if (portfolio === undefined || out === undefined) throw new Error("PORTFOLIO OUT [DAY] [ROWS]");
const began = performance.now();
const say = (words: string) => console.info(`${((performance.now() - began) / 1000).toFixed(0)} s: ${words}`);

const day = isoDate(typed);
const folder = mkdtempSync(join(tmpdir(), "digest-picture-"));
importBook(
  { folder, portfolio, rows: rows === undefined ? undefined : Number(rows) },
  addDays(day, -PLANNED_BEFORE_DAYS),
);
importPeopleAbove(folder);
say("imported");
const config = loadConfig({ ...settingsOf(folder), LOG_LEVEL: "error" });
if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
const clocks = createStandingClocks(`${day}T12:00:00Z`);
const { parts, close } = await openParts(config, undefined, { clocks });
await tellPastDue(parts);
await foldTotals(systemContext(parts));
for (const language of ["en", "zh-Hans"] as const) await draw(parts, language);
const { things, differences, rolled } = await recount(parts.database);
say(`${things} things counted again, ${differences.length + rolled.length} differences`);
await close();
rmSync(folder, { recursive: true });

async function tellPastDue({ clocks: clock }: Parts): Promise<void> {
  clock.moveTo(momentAt(day, "01:00", TIME_ZONE));
  const file = join(folder, "overdue.csv");
  const lines = writeOverdue(file, readRows(portfolio ?? ""), day);
  const ctx = systemContext(parts);
  const told = await importFacts(ctx, { file, kind: "balances", source: "core", follow: followFacts(ctx) });
  if (isRefusal(told)) throw new Error(told.refused);
  for (;;) {
    const looked = await lookAtAsked(systemContext(parts));
    if (isRefusal(looked) || looked.borrowers === 0) break;
  }
  await lookAtBook(systemContext(parts));
  clock.moveTo(momentAt(day, "10:00", TIME_ZONE));
  say(`${lines} loans past due told`);
}

async function draw({ database: { db } }: Parts, language: Language): Promise<void> {
  const { personId } = await db.roleGrant.findFirstOrThrow({ where: { role: "head_office_manager" } });
  const own = await contextOfPerson(parts, personId);
  if (own === undefined) throw new Error("nobody sits above");
  const ctx = { ...own, language, t: translator(language) };
  const found = await digestOf(ctx, ["quarter"]);
  if (isRefusal(found)) throw new Error(found.refused);
  writeFileSync(`${out}-${language}.png`, await painted(digestView({ ...ctx, shows: "picture" }, found)));
  say(JSON.stringify({ ...found.figures, parts: found.parts.length, loans: found.standing.all.loans }));
}
