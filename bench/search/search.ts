/** Finding customers as people do, on books of three sizes, beside raw SQL that only looks the same text up. */
import Database from "libsql";
import { findCustomers } from "../../src/features/accounts/index.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import type { Parts } from "../../src/platform/context.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { type Figure, figureOf, median, type Pair } from "../figure.ts";

const EACH = 100;
const SIZES = [
  { name: "10 thousand customers", officers: 100 },
  { name: "100 thousand customers", officers: 1_000 },
  { name: "a million customers", officers: 10_000 },
];
const SMALL = [{ name: "a few customers", officers: 4 }];
/** Whoever typed waits for it; Slack gives the form three seconds. */
const GOAL_MS = 200;

/** A manager of the first branch and one of the head office; one customer in a hundred has a Chinese name. */
const PEOPLE = `
  UPDATE "Borrower" SET "name" = '宁波港湾' || substr("number", 2) || '号有限公司' WHERE rowid % 100 = 7;
  INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
    VALUES ('bm', 'Branch manager', 'bm@bank.example', 'u-0', '2020-01-01T00:00:00.000+00:00'),
      ('m', 'Manager', 'm@bank.example', 'h', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
    VALUES ('gbm', 'bm', 'unit_manager', 'u-0', '2020-01-01T00:00:00.000+00:00'),
      ('gm', 'm', 'head_office_manager', 'h', '2020-01-01T00:00:00.000+00:00');`;

const COLUMNS = `b."id", b."number", b."name", u."name" AS unit`;
const FROM = `FROM "Borrower" b JOIN "OrgUnit" u ON u."id" = b."unitId"`;
const KEPT = `JOIN "Ownership" o ON o."borrowerId" = b."id" AND o."toAt" IS NULL JOIN "Person" p ON p."id" = o."personId"`;
const HERE = `AND b."unitId" = 'u-0'`;

const SEARCHES = [
  { what: "an exact number", who: "m", typed: "C123", sql: `SELECT ${COLUMNS} ${FROM} WHERE b."number" LIKE 'C123%'` },
  {
    what: "a number's beginning",
    who: "m",
    typed: "C12",
    sql: `SELECT ${COLUMNS} ${FROM} WHERE b."number" LIKE 'C12%'`,
  },
  {
    what: "a name's beginning",
    who: "m",
    typed: "company 12",
    sql: `SELECT ${COLUMNS} ${FROM} WHERE b."name" LIKE 'company 12%'`,
  },
  {
    what: "a name in traditional characters",
    who: "m",
    typed: "寧波港灣",
    sql: `SELECT ${COLUMNS} ${FROM} WHERE b."name" LIKE '宁波港湾%'`,
  },
  {
    what: "a name that nobody has",
    who: "m",
    typed: "Nobody",
    sql: `SELECT ${COLUMNS} ${FROM} WHERE b."name" LIKE 'Nobody%'`,
  },
  {
    what: "an officer",
    who: "m",
    typed: "Officer 3",
    sql: `SELECT ${COLUMNS} ${FROM} ${KEPT} WHERE p."name" LIKE '%Officer 3%'`,
  },
  {
    what: "a part of a name, in a branch",
    who: "bm",
    typed: "pany 12",
    sql: `SELECT ${COLUMNS} ${FROM} WHERE b."name" LIKE '%pany 12%' ${HERE}`,
  },
  {
    what: "a part of a name, by an officer",
    who: "p-0",
    typed: "pany 12",
    sql: `SELECT ${COLUMNS} ${FROM} ${KEPT} WHERE b."name" LIKE '%pany 12%' AND p."id" = 'p-0'`,
  },
] as const;
type Search = (typeof SEARCHES)[number];
/** What the product reads of one page. */
const LIMIT = 21;

export const search: Bench = {
  name: "search",
  run: async (size) => {
    const figures: Figure[] = [];
    for (const one of size.small ? SMALL : SIZES) figures.push(...(await figuresOf(size, one)));
    return figures;
  },
};

async function figuresOf(size: BenchSize, { name, officers }: { name: string; officers: number }): Promise<Figure[]> {
  const url = `file:${size.folder}/search-${officers}.db`;
  await writeBook(url, officers, EACH, { totals: "later" });
  const raw = new Database(url.slice("file:".length));
  raw.exec(`PRAGMA foreign_keys = OFF; BEGIN; ${PEOPLE} COMMIT; ANALYZE;`);
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: size.folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const { parts, close } = await openParts(config, undefined, { clocks: createStandingClocks("2026-03-10T02:00:00Z") });
  const figures: Figure[] = [];
  for (const one of SEARCHES) {
    const pairs = await pairsOf(size, parts, raw, one);
    const figure = `${one.what}, ${name}`;
    figures.push(figureOf({ bench: "search", figure, unit: "ms", goal: { atMost: GOAL_MS } }, pairs));
    size.say(`  ${figure}: ${pairs.map(({ ours }) => ours.toFixed(0)).join(" ")} ms`);
  }
  raw.close();
  await close();
  return figures;
}

/** The first of each warms up. */
async function pairsOf(size: BenchSize, parts: Parts, raw: Database.Database, one: Search): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const spent: number[] = [];
  for (let run = 0; run <= size.runs; run += 1) {
    const beganRaw = performance.now();
    const rows = raw.prepare(`${one.sql} LIMIT ${LIMIT}`).all();
    const before = process.cpuUsage();
    const began = performance.now();
    const ctx = await contextOfPerson(parts, one.who);
    if (ctx === undefined) throw new Error(`nobody is ${one.who}`);
    const { hits, hasMore } = await findCustomers(ctx, one.typed);
    const ended = performance.now();
    const isSame = hits.length === Math.min(rows.length, LIMIT - 1) && hasMore === rows.length > LIMIT - 1;
    if (!isSame) throw new Error(`${one.what}: ${hits.length} beside ${rows.length} of raw SQL`);
    if (run === 0) continue;
    pairs.push({ ours: ended - began, baseline: began - beganRaw });
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  // On a busy machine what was waited says little.
  size.say(`  ${one.what}: ${median(spent).toFixed(0)} ms of processor time`);
  return pairs;
}
