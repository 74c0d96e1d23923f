/** The Home tab of an officer, a reviewer, a branch's manager, the head office and an administrator on books of three sizes, beside raw SQL that only asks the same. */
import Database from "libsql";
import { homePieces } from "../../src/features/home/index.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { foldTotals } from "../../src/features/totals/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Parts, systemContext } from "../../src/platform/context.ts";
import { renderHome } from "../../src/platform/slack/render.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { countBook, writeBook } from "../book.ts";
import { FORGET_STATISTICS, SPREAD, TODAY } from "../digest/digest.ts";
import { type Figure, figureOf, type Pair } from "../figure.ts";

const EACH = 100;
const SIZES = [
  { name: "10 thousand loans", officers: 100 },
  { name: "100 thousand loans", officers: 1_000 },
  { name: "a million loans", officers: 10_000 },
];
const SMALL = [{ name: "a few loans", officers: 4 }];
/** A person who opens the tab waits for it. */
const GOAL_MS = 300;

/** What the outbox keeps of each officer: a month of mornings. */
const MORNINGS = 20;

/**
 * A manager and a reviewer of the first branch, an administrator, beside the manager of the head office. Every check that was submitted waits
 * with its report, one in ten with a marked answer. Nobody is a year behind: what is late is late by a month at most. */
export const PEOPLE = `
  UPDATE "Inspection" SET "dueOn" = date("dueOn", '360 days') WHERE "dueOn" < date('${TODAY}', '-3 days') AND rowid % 20 > 0;
  INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
    VALUES ('bm', 'Branch manager', 'bm@bank.example', 'u-0', '2020-01-01T00:00:00.000+00:00'),
      ('rv', 'Reviewer', 'rv@bank.example', 'u-0', '2020-01-01T00:00:00.000+00:00'),
      ('ad', 'Administrator', 'ad@bank.example', 'h', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
    VALUES ('gbm', 'bm', 'unit_manager', 'u-0', '2020-01-01T00:00:00.000+00:00'),
      ('grv', 'rv', 'post_loan_officer', 'u-0', '2020-01-01T00:00:00.000+00:00'),
      ('gad', 'ad', 'administrator', 'h', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "Report" ("id", "inspectionId", "revision", "state", "submittedById", "submittedAt", "policyVersionId", "mode", "visitedOn",
      "level", "content", "contentHash", "submittedOn")
    SELECT 'r' || "id", "id", 1, 'submitted', "assigneeId", "submittedAt", 'bench', 'on_site', "submittedOn",
      CASE WHEN rowid % 100 = 0 THEN 'orange' END, '{}', 'bench', "submittedOn" FROM "Inspection" WHERE "state" = 'submitted';
  WITH RECURSIVE d(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM d WHERE n < ${MORNINGS})
    INSERT INTO "OutboxMessage" ("id", "key", "kind", "personId", "slotOn", "state", "notBefore", "refs", "channelId", "ts", "sentAt", "createdAt")
    SELECT 'm' || n || p."id", 'morning:' || n || p."id", 'morning', p."id", date('${TODAY}', '-' || n || ' days'), 'sent',
      date('${TODAY}', '-' || n || ' days') || 'T01:00:00.000+00:00', '{}', 'D' || p."id", '1.' || n,
      date('${TODAY}', '-' || n || ' days') || 'T01:00:00.000+00:00', date('${TODAY}', '-' || n || ' days') || 'T01:00:00.000+00:00'
    FROM "Person" p CROSS JOIN d;`;

const LISTED = `
  SELECT i."number", i."dueOn", b."name" FROM "Inspection" i JOIN "Borrower" b ON b."id" = i."borrowerId"
  WHERE i."assigneeId" = ? AND i."state" IN ('planned', 'started') AND i."dueOn" <= date('${TODAY}', '7 days') ORDER BY i."dueOn"`;
const COUNTED = (units: string) => `
  SELECT i."assigneeId", SUM(i."dueOn" < '${TODAY}') AS late, SUM(i."dueOn" <= date('${TODAY}', '7 days')) AS soon
  FROM "Inspection" i WHERE i."state" IN ('planned', 'started') ${units} GROUP BY i."assigneeId"`;

const WAITING = `
  SELECT r."id", r."level", i."number", b."name" FROM "Inspection" i JOIN "Report" r ON r."inspectionId" = i."id"
  JOIN "Borrower" b ON b."id" = i."borrowerId" WHERE i."unitId" = 'u-0' AND i."state" = 'submitted' ORDER BY r."level", r."submittedAt"`;
const DELIVERED = `
  SELECT "state", COUNT(*), MIN("notBefore") FROM "OutboxMessage" WHERE "state" IN ('pending', 'claimed', 'uncertain', 'dead') GROUP BY "state"`;

const READERS = [
  { who: "an officer", id: "p-0", sql: LISTED, given: ["p-0"] },
  { who: "a reviewer", id: "rv", sql: WAITING, given: [] },
  { who: "a branch's manager", id: "bm", sql: COUNTED(`AND i."unitId" = 'u-0'`), given: [] },
  { who: "the head office", id: "m", sql: COUNTED(""), given: [] },
  { who: "an administrator", id: "ad", sql: DELIVERED, given: [] },
] as const;
type Reader = (typeof READERS)[number];

export const home: Bench = {
  name: "home",
  run: async (size) => {
    const figures: Figure[] = [];
    for (const one of size.small ? SMALL : SIZES) figures.push(...(await figuresOf(size, one)));
    return figures;
  },
};

async function figuresOf(size: BenchSize, { name, officers }: { name: string; officers: number }): Promise<Figure[]> {
  const url = `file:${size.folder}/home-${officers}.db`;
  await writeBook(url, officers, EACH, { totals: "later" });
  const raw = new Database(url.slice("file:".length));
  raw.exec(`PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN; ${SPREAD} ${PEOPLE} COMMIT;`);
  await countBook(url);
  raw.exec(FORGET_STATISTICS);
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: size.folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const clocks = createStandingClocks(`${TODAY}T02:00:00Z`);
  const { parts, close } = await openParts(config, undefined, { clocks });
  await foldTotals(systemContext(parts));
  const figures: Figure[] = [];
  for (const reader of READERS) {
    const pairs = await pairsOf(size, parts, raw, reader);
    const figure = `the Home tab of ${reader.who}, ${name}`;
    figures.push(figureOf({ bench: "home", figure, unit: "ms", goal: { atMost: GOAL_MS } }, pairs));
    const told = (name: "ours" | "baseline" | "busy") => pairs.map((pair) => pair[name].toFixed(0)).join(" ");
    size.say(`  ${figure}: ${told("ours")} ms, ${told("busy")} ms of processor time, beside ${told("baseline")} ms`);
  }
  raw.close();
  await close();
  return figures;
}

interface Measured extends Pair {
  /** Milliseconds of processor time: what it costs where others keep the machine busy. */
  readonly busy: number;
}

/** The first of each warms up. */
async function pairsOf(
  size: BenchSize,
  parts: Parts,
  raw: Database.Database,
  reader: Reader,
): Promise<readonly Measured[]> {
  const { who, id, sql, given } = reader;
  const pairs: Measured[] = [];
  for (let run = 0; run <= size.runs; run += 1) {
    const beganRaw = performance.now();
    raw.prepare(sql).all(...given);
    const began = performance.now();
    const usedBefore = process.cpuUsage();
    const ctx = await contextOfPerson(parts, id);
    if (ctx === undefined) throw new Error(`nobody is ${id}`);
    const { blocks } = renderHome(await homePieces(ctx));
    const ended = performance.now();
    const { user, system } = process.cpuUsage(usedBefore);
    if (blocks.length < 5) throw new Error(`an empty tab for ${who}`);
    if (run > 0) pairs.push({ ours: ended - began, baseline: began - beganRaw, busy: (user + system) / 1_000 });
  }
  return pairs;
}
