/** The head office's digest on books of three sizes beside the same figures counted in raw SQL; and what the totals' triggers cost. */
import Database from "libsql";
import { isoDate } from "../../src/domain/dates.ts";
import { askedTotals, FIGURE_NAMES } from "../../src/domain/digest/figures.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import {
  CUSTOMER_STANDING,
  INSPECTION_DONE,
  LOAN_STANDING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
} from "../../src/domain/totals/index.ts";
import { bucketsOf } from "../../src/features/digests/figures.ts";
import { type Digest, digestOf } from "../../src/features/digests/index.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { foldTotals } from "../../src/features/totals/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Context, systemContext } from "../../src/platform/context.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { countBook, writeBook } from "../book.ts";
import { type Figure, figureOf, type Pair, slowestOf } from "../figure.ts";

export const TODAY = "2026-03-10";
const EACH = 100;
const SIZES = [
  { name: "10 thousand loans", officers: 100 },
  { name: "100 thousand loans", officers: 1000 },
  { name: "a million loans", officers: 10_000 },
];
/** Of the 95th percentile; the pairs of writes are as many as were asked for. */
const ASKED = 20;
/** Whoever writes a million rows twice a run waits for minutes, and learns what a hundred thousand say. */
const MOST_WRITTEN = 1000;
const SMALL = { name: "a few loans", officers: 4 };
const GOAL_MS = 150;
const GOAL_TRIGGERS = 3;

/** Due from two months before today to ten months after; a tenth was done, half of that late. A signal for every hundred loans. */
export const SPREAD = `
  UPDATE "Inspection" SET "dueOn" = date('${TODAY}', (rowid % 360 - 60) || ' days'), "product" = 'working_capital';
  UPDATE "Inspection" SET "state" = 'submitted', "submittedOn" = date("dueOn", (rowid % 20 - 10) || ' days'),
    "submittedAt" = date("dueOn", (rowid % 20 - 10) || ' days') || 'T02:00:00.000+00:00'
    WHERE rowid % 10 = 0 AND "dueOn" < '${TODAY}';
  UPDATE "Loan" SET "tier" = CASE WHEN rowid % 50 = 0 THEN 'substandard' WHEN rowid % 20 = 0 THEN 'special_mention' ELSE 'normal' END;
  UPDATE "Borrower" SET "zone" = CASE WHEN rowid % 50 = 0 THEN 'z3' WHEN rowid % 20 = 0 OR rowid % 100 = 1 THEN 'z2' ELSE 'z1' END;
  INSERT INTO "Signal" ("id", "number", "code", "borrowerId", "unitId", "subjectKind", "subjectId", "level", "path", "state",
      "policyVersionId", "raisedAt", "levelSince", "raisedOn", "detectDays")
    SELECT 's' || "id", 'S' || "id", 'FIN-01', "id", "unitId", 'borrower', "id", CASE WHEN rowid % 200 = 1 THEN 'red' ELSE 'orange' END,
      'full', 'acknowledged', 'bench', '2026-03-01T02:00:00.000+00:00', '2026-03-01T02:00:00.000+00:00',
      date('2026-03-01', '-' || (rowid % 90) || ' days'), rowid % 11
    FROM "Borrower" WHERE rowid % 100 = 1;
  INSERT INTO "ZoneMove" ("id", "borrowerId", "unitId", "fromZone", "toZone", "movedOn", "movedAt", "drawnMinor", "policyVersionId")
    SELECT 'z' || "id", "id", "unitId", 'z1', 'z2', date('${TODAY}', '-' || (rowid % 60) || ' days'), '2026-03-01T02:00:00.000+00:00',
      80000000, 'bench' FROM "Borrower" WHERE rowid % 100 = 1;
  INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
    VALUES ('m', 'Manager', 'm@bank.example', 'h', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "SlackAccount" ("id", "teamId", "userId", "personId", "locale", "timeZone", "channelId", "matchedAt")
    VALUES ('sm', 'T0', 'M', 'm', 'en-US', 'Asia/Shanghai', 'DM', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
    VALUES ('gm', 'm', 'head_office_manager', 'h', '2020-01-01T00:00:00.000+00:00');`;

/** How the book stands, counted in raw SQL: customers and money by zone. */
const STANDING = `SELECT b."zone", COUNT(*) AS customers, SUM(held."drawn") AS drawn
  FROM (SELECT "borrowerId", SUM("drawnMinor") AS drawn FROM "Loan" WHERE "state" IN ('live', 'written_off') GROUP BY "borrowerId") AS held
  JOIN "Borrower" b ON b."id" = held."borrowerId" GROUP BY b."zone"`;

/** Taken while nothing was folded yet, they tell SQLite that the index on it is worth nothing; on a desk that runs most deltas are folded. */
export const FORGET_STATISTICS = `ANALYZE; DELETE FROM sqlite_stat1 WHERE tbl = 'TotalDelta';`;

/** The quarter's main figures, by branch, as nobody could count them faster without totals. */
const COUNTED = `
  SELECT i."unitId", SUM(i."state" IN ('planned', 'started') AND i."dueOn" < '${TODAY}') AS late,
    SUM(i."dueOn" BETWEEN '2026-01-01' AND '2026-03-31') AS planned,
    SUM(i."submittedOn" BETWEEN '2026-01-01' AND '2026-03-31' AND i."submittedOn" <= i."dueOn") AS in_time,
    SUM(i."submittedOn" BETWEEN '2026-01-01' AND '2026-03-31' AND i."submittedOn" > i."dueOn") AS done_late,
    SUM(i."state" IN ('planned', 'started') AND i."dueOn" BETWEEN '${TODAY}' AND date('${TODAY}', '7 days')) AS soon
  FROM "Inspection" i WHERE i."state" <> 'cancelled' GROUP BY i."unitId"`;

const COPIED = `
  INSERT INTO "Inspection" ("id", "number", "borrowerId", "unitId", "kind", "occasion", "mode", "dueOn", "policyLine",
    "policyVersionId", "because", "state", "assigneeId", "createdAt")
  SELECT 'x' || "id", 'X' || "number", "borrowerId", "unitId", 'special', "occasion", "mode", "dueOn", "policyLine", "policyVersionId",
    "because", 'planned', "assigneeId", "createdAt" FROM "Inspection"`;

export const digest: Bench = {
  name: "digest",
  run: async (size) => {
    const figures: Figure[] = [];
    for (const one of size.small ? [SMALL] : SIZES) figures.push(...(await figuresOf(size, one)));
    return figures;
  },
};

async function figuresOf(size: BenchSize, { name, officers }: typeof SMALL): Promise<Figure[]> {
  const url = `file:${size.folder}/digest-${officers}.db`;
  const began = performance.now();
  await writeBook(url, officers, EACH, { totals: "later" });
  const raw = new Database(url.slice("file:".length));
  raw.exec(
    `PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN; ${SPREAD} COMMIT;`,
  );
  await countBook(url);
  raw.exec(FORGET_STATISTICS);
  size.say(`  ${name}: written and counted in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const asked = await askedPairs(size, url, raw, name);
  const written = officers > MOST_WRITTEN ? [] : writtenPairs(size, raw, name);
  raw.close();
  const figures = [
    slowestOf(
      {
        bench: "digest",
        figure: `a head-office digest, 95th percentile, ${name}`,
        unit: "ms",
        goal: { atMost: GOAL_MS },
      },
      asked.elapsed,
    ),
    slowestOf(
      {
        bench: "digest",
        figure: `the same, of the processor, ${name}`,
        unit: "ms",
        goal: { atMost: GOAL_MS },
      },
      asked.worked,
    ),
  ];
  if (written.length === 0) return figures;
  return [
    ...figures,
    figureOf(
      {
        ...{ bench: "digest", unit: "ms", goal: { ratio: GOAL_TRIGGERS } },
        figure: `${officers * EACH} inspections written with the totals' triggers`,
      },
      written,
    ),
  ];
}

interface Asked {
  readonly elapsed: readonly Pair[];
  /** Of the processor, in ms: what is left where others have the machine. */
  readonly worked: readonly Pair[];
}

/** The first of each warms up. */
async function askedPairs(size: BenchSize, url: string, raw: Database.Database, name: string): Promise<Asked> {
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: size.folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const clocks = createStandingClocks(`${TODAY}T02:00:00Z`);
  const { parts, close } = await openParts(config, undefined, { clocks });
  await foldTotals(systemContext(parts));
  const ctx = await contextOfPerson(parts, "m");
  if (ctx === undefined) throw new Error("the book has no manager");
  const [elapsed, worked]: [Pair[], Pair[]] = [[], []];
  for (let run = 0; run <= (size.small ? 1 : ASKED); run += 1) {
    const [beganRaw, workedRaw] = [performance.now(), processorMs()];
    const rows = raw.prepare(COUNTED).all() as CountedUnit[];
    const zones = raw.prepare(STANDING).all() as ZoneCounted[];
    const [began, workedBefore] = [performance.now(), processorMs()];
    const found = await digestOf(ctx, ["quarter"]);
    const [ended, workedAfter] = [performance.now(), processorMs()];
    if (isRefusal(found)) throw new Error(found.refused);
    mustAgree(found, rows, zones);
    if (run === 0) continue;
    elapsed.push({ ours: ended - began, baseline: began - beganRaw });
    worked.push({ ours: workedAfter - workedBefore, baseline: workedBefore - workedRaw });
  }
  const count = (sql: string) => (raw.prepare(sql).all() as { n: number }[])[0]?.n ?? 0;
  const own = count(`SELECT COUNT(*) AS n FROM "UnitTotal" WHERE "unitId" = 'h'`);
  const below = count(`SELECT COUNT(*) AS n FROM "UnitTotal" WHERE "unitId" <> 'h'`);
  const loads = count(`SELECT COUNT(*) AS n FROM "UnitLoad" WHERE "unitId" <> 'h' AND "asOf" = '${TODAY}'`);
  size.say(
    `  ${name}: the head office has ${own} buckets and the digest reads ${await rowsRead(ctx)} rows of them; of the units below, which have ${below}, it reads ${loads} rows`,
  );
  await close();
  return { elapsed, worked };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface CountedUnit {
  readonly unitId: string;
  readonly late: number;
  readonly soon: number;
}

interface ZoneCounted {
  readonly zone: string;
  readonly customers: number;
  readonly drawn: number;
}

/** Throws where the digest says something else than raw SQL counts. */
function mustAgree(
  { figures, standing, parts }: Digest,
  rows: readonly CountedUnit[],
  zones: readonly ZoneCounted[],
): void {
  const late = rows.reduce((sum, row) => sum + row.late, 0);
  if (figures.late_inspections !== late) throw new Error(`not the ${late} late ones`);
  const units = new Map(parts.map(({ ref, ...load }) => [ref.id, load]));
  for (const { unitId, late: lateThere, soon } of rows) {
    const told = units.get(unitId);
    const isSame = (told?.late ?? 0) === lateThere && (told?.dueSoon ?? 0) === soon;
    if (!isSame) throw new Error(`not ${lateThere} late and ${soon} to come in ${unitId}`);
  }
  for (const { zone, customers, drawn } of zones) {
    const told = standing.zones.find((one) => one.zone === zone);
    const isSame = told?.customers === customers && told.drawn.minor === BigInt(drawn);
    if (!isSame) throw new Error(`not ${customers} customers in ${zone}`);
  }
}

/** Read once more for the trend, the book as it stands, and how long signals took. */
const WHOLE_KINDS = [INSPECTION_DONE, CUSTOMER_STANDING, LOAN_STANDING, SIGNAL_RAISED, SIGNAL_ENDED];

/** Rows of its own buckets that the digest of the quarter reads, each as often as it is read. */
async function rowsRead(ctx: Context): Promise<number> {
  const period = { from: isoDate("2026-01-01"), to: isoDate("2026-03-31") };
  let rows = 0;
  for (const name of FIGURE_NAMES) {
    const asked = bucketsOf(askedTotals(name, period, isoDate(TODAY)));
    rows += await ctx.db.unitTotal.count({ where: { unitId: "h", ...asked } });
  }
  const whole = await ctx.db.unitTotal.count({ where: { unitId: "h", kind: { in: WHOLE_KINDS } } });
  return rows + whole;
}

/** In a transaction that is taken back: the same rows with the triggers and without. */
function writtenPairs(size: BenchSize, raw: Database.Database, name: string): Pair[] {
  const pairs: Pair[] = [];
  const timed = (before: string) => {
    raw.exec(`BEGIN; ${before}`);
    const began = performance.now();
    raw.exec(COPIED);
    const took = performance.now() - began;
    raw.exec("ROLLBACK;");
    return took;
  };
  for (let run = 0; run < size.runs; run += 1) {
    const baseline = timed(`DROP TRIGGER "totals_of_inspection_on_insert";`);
    const ours = timed("");
    pairs.push({ ours, baseline });
    if (run === 0) size.say(`  ${name}: ${ours.toFixed(0)} ms with triggers beside ${baseline.toFixed(0)}`);
  }
  return pairs;
}
