/** The two sweeps of a tick, and a look of the watchdog after them, on books of three sizes with the same number of due items, beside the same question in raw SQL. */
import Database from "libsql";
import { isRefusal } from "../../src/domain/refusal.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { sweepDigests } from "../../src/features/digests/index.ts";
import { sweepEscalations } from "../../src/features/escalation/index.ts";
import { sweepMornings } from "../../src/features/morning/index.ts";
import { watch } from "../../src/features/watchdog/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks, momentAt } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Parts, systemContext } from "../../src/platform/context.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { type Figure, figureOf, type Pair } from "../figure.ts";
import { BUSY, DUE_EACH, raiseSignals, workingDay, writeDueBook } from "./book.ts";

const ZONE = "Asia/Shanghai";
const OFFICERS = 100;
const SIZES = [
  { name: "10 thousand loans", officers: OFFICERS, each: 100 },
  { name: "100 thousand loans", officers: 10 * OFFICERS, each: 100 },
  { name: "a million loans", officers: 10 * OFFICERS, each: 1000 },
];
const SMALL = { name: "a few loans", officers: OFFICERS, each: 4 };
/** Between two ticks of the ladders. */
const GOAL_MS = 10_000;
/** Of a million beside ten thousand. */
const GOAL_GROWTH = 1.5;

interface Swept {
  readonly name: string;
  readonly at: string;
  readonly ask: string;
  /** Not measured. */
  readonly before?: (parts: Parts, url: string) => Promise<void>;
  readonly sweep: (parts: Parts) => Promise<number>;
  readonly until: (day: string) => string;
}

const SWEEPS: readonly Swept[] = [
  {
    name: `the morning of ${BUSY} officers with ${DUE_EACH} inspections due`,
    at: "09:00",
    ask: `SELECT i."id", i."number", i."dueOn", i."kind", b."name", i."assigneeId" FROM "Inspection" i JOIN "Borrower" b ON b."id" = i."borrowerId"
      WHERE i."state" IN ('planned', 'started', 'returned') AND i."dueOn" <= ? ORDER BY i."assigneeId", i."dueOn"`,
    sweep: async (parts) => {
      const swept = await sweepMornings(systemContext(parts));
      return isRefusal(swept) ? 0 : swept.promised;
    },
    until: (day) => day,
  },
  {
    name: `the ladders of ${BUSY} signals`,
    at: "09:31",
    ask: `SELECT s."id", s."level", s."levelSince", o."personId", u."calendarId" FROM "Signal" s JOIN "Borrower" b ON b."id" = s."borrowerId"
      JOIN "OrgUnit" u ON u."id" = b."unitId" LEFT JOIN "Ownership" o ON o."borrowerId" = b."id" AND o."toAt" IS NULL
      WHERE s."ladderAt" <= ? AND s."isRestricted" = 0 ORDER BY s."ladderAt", s."id" LIMIT 200`,
    sweep: async (parts) => {
      const swept = await sweepEscalations(systemContext(parts));
      return isRefusal(swept) ? 0 : swept.told;
    },
    until: (day) => `${day}T01:31:00.000+00:00`,
  },
  {
    name: "a look of the watchdog at all of it",
    at: "09:50",
    ask: `SELECT i."id", i."dueOn", i."assigneeId", m."personId", o."stage" FROM "Inspection" i
      LEFT JOIN "OutboxItem" o ON o."subjectKind" = 'inspection' AND o."subjectId" = i."id" LEFT JOIN "OutboxMessage" m ON m."id" = o."messageId"
      WHERE i."state" IN ('planned', 'started', 'returned') AND i."dueOn" <= ?1
      UNION ALL SELECT s."id", s."levelSince", s."ownerId", m."personId", o."stage" FROM "Signal" s
      LEFT JOIN "OutboxItem" o ON o."subjectKind" = 'signal' AND o."subjectId" = s."id" LEFT JOIN "OutboxMessage" m ON m."id" = o."messageId"
      WHERE s."state" IN ('raised', 'acknowledged', 'verified') AND s."levelSince" <= ?1`,
    before: allIsTold,
    sweep: async (parts) => {
      const looked = await watch(systemContext(parts), { duties: [], since: new Date() });
      if (isRefusal(looked) || !looked.isClean) {
        const found = await parts.database.db.watchdogFinding.findMany({ where: { goneAt: null }, take: 3 });
        throw new Error(`the watchdog differs: ${JSON.stringify(found)}`);
      }
      return 1;
    },
    until: (day) => `${day}T01:50:00.000+00:00`,
  },
];

/** What is left of the ladders and the digests is promised, and everything promised was sent. */
async function allIsTold(parts: Parts, url: string): Promise<void> {
  for (let left = 1; left > 0; ) {
    const swept = await sweepEscalations(systemContext(parts));
    left = isRefusal(swept) ? 0 : swept.signals;
  }
  await sweepDigests(systemContext(parts));
  const database = new Database(url.slice("file:".length));
  database.exec(`UPDATE "OutboxMessage" SET "state" = 'sent', "sentAt" = "notBefore" WHERE "state" = 'pending'`);
  database.close();
}

export const sweep: Bench = {
  name: "sweep",
  run: async (size) => {
    const sizes = size.small ? [SMALL] : SIZES;
    const measured: { readonly name: string; readonly pairs: Pair[][] }[] = [];
    for (const one of sizes) measured.push({ ...one, pairs: await pairsOf(size, one) });
    return SWEEPS.flatMap(({ name }, which) => {
      const each = measured.map(({ name: book, pairs }) =>
        figureOf(
          { bench: "sweep", figure: `${name}, ${book}`, unit: "ms", goal: { atMost: GOAL_MS } },
          pairs[which] ?? [],
        ),
      );
      return [
        ...each,
        ...growth(
          name,
          measured.map(({ pairs }) => pairs[which] ?? []),
        ),
      ];
    });
  },
};

/** The largest book beside the smallest, run by run. */
function growth(name: string, sizes: readonly (readonly Pair[])[]): Figure[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const pairs = largest.map(({ ours }, run) => ({ ours, baseline: smallest[run]?.ours ?? ours }));
  const figure = `${name}, a million beside 10 thousand`;
  return [figureOf({ bench: "sweep", figure, unit: "ms", goal: { ratio: GOAL_GROWTH } }, pairs)];
}

async function pairsOf(size: BenchSize, book: typeof SMALL): Promise<Pair[][]> {
  const url = `file:${size.folder}/sweep-${book.officers}-${book.each}.db`;
  // The first day's is a warm-up.
  await writeDueBook(url, book.officers, book.each, size.runs + 1);
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: size.folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const clocks = createStandingClocks(`${workingDay(0)}T00:00:00Z`);
  const { parts, close } = await openParts(config, undefined, { clocks });
  const raw = new Database(url.slice("file:".length), { readonly: true });
  const pairs: Pair[][] = SWEEPS.map(() => []);
  for (let run = 0; run <= size.runs; run += 1) {
    raiseSignals(url, run);
    for (const [which, one] of SWEEPS.entries()) {
      parts.clocks.moveTo(momentAt(workingDay(run), one.at, ZONE));
      await one.before?.(parts, url);
      const pair = await pairOf(parts, raw, one, workingDay(run));
      if (run > 0) pairs[which]?.push(pair);
      if (run === size.runs) size.say(`  ${book.name}: ${pair.ours.toFixed(0)} ms beside ${pair.baseline.toFixed(1)}`);
    }
  }
  raw.close();
  await close();
  return pairs;
}

async function pairOf(
  parts: Parts,
  raw: Database.Database,
  { ask, until, sweep: sweepIt }: Swept,
  day: IsoDate,
): Promise<Pair> {
  const [baseline, rows] = await timed(async () => raw.prepare(ask).all(until(day)).length);
  const [ours, told] = await timed(() => sweepIt(parts));
  if (told === 0 || rows === 0) throw new Error(`nothing was due on ${day}: ${rows} rows, ${told} told`);
  return { ours, baseline };
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const began = performance.now();
  const done = await work();
  return [performance.now() - began, done];
}
