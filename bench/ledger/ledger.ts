/** The register of a hundred thousand and of a million events: time beside the same rows in raw SQL, and the memory that it ever holds. */
import Database from "libsql";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { startChild } from "../children.ts";
import { type Figure, figureOf, type Pair } from "../figure.ts";
import type { Writing, Wrote } from "./write.ts";

const OFFICERS = 100;
const EACH = 100;
const SIZES = [
  { name: "100 thousand events", events: 100_000 },
  { name: "a million events", events: 1_000_000 },
];
const SMALL = [{ name: "a few events", events: 500 }];
const AT = "2026-11-10T02:00:00Z";
const GOAL_RATIO = 20;
/** Of the larger beside the smaller: memory does not grow with the rows. */
const GOAL_MEMORY = 1.3;
const FORMATS = ["csv", "xlsx"] as const;

/** One event a minute of inspection after inspection, as the audit log holds them; a head-office manager reads them. */
const events = (count: number, inspections: number): string => `
  INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
    VALUES ('m', 'Manager', 'm@bank.example', 'h', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "SlackAccount" ("id", "teamId", "userId", "personId", "locale", "timeZone", "channelId", "matchedAt")
    VALUES ('sm', 'T0', 'M', 'm', 'en-US', 'Asia/Shanghai', 'DM', '2020-01-01T00:00:00.000+00:00');
  INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
    VALUES ('gm', 'm', 'head_office_manager', 'h', '2020-01-01T00:00:00.000+00:00');
  WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${count})
  INSERT INTO "AuditEvent" ("seq", "at", "actorId", "verb", "subjectKind", "subjectId", "text", "prevHash", "hash")
    SELECT (SELECT COALESCE(MAX("seq"), 0) FROM "AuditEvent") + k,
      strftime('%Y-%m-%dT%H:%M:%S.000+00:00', 1704067200 + k * 60, 'unixepoch'), 'p-0', 'inspection.started', 'inspection',
      i."id", '{}', '', '' || k
    FROM n JOIN (SELECT "id", ROW_NUMBER() OVER (ORDER BY "id") - 1 AS nth FROM "Inspection") AS i ON i.nth = k % ${inspections};
  UPDATE "AuditHead" SET "seq" = (SELECT MAX("seq") FROM "AuditEvent");`;

export const ledger: Bench = {
  name: "ledger",
  run: async (size) => {
    const figures: Figure[] = [];
    const peaks = new Map<string, number[]>();
    for (const { name, events: count } of size.small ? SMALL : SIZES) {
      const url = await aBook(size, count);
      for (const as of FORMATS) {
        const pairs = await pairsOf(size, { url, as, count });
        const bounded = { bench: "ledger", unit: "s", goal: { ratio: GOAL_RATIO } } as const;
        figures.push(
          figureOf(
            { ...bounded, figure: `${name} as ${as}` },
            pairs.map(({ time }) => time),
          ),
        );
        const memory = pairs.map(({ peak }) => peak);
        peaks.set(as, [...(peaks.get(as) ?? []), Math.max(...memory)]);
        size.say(`  ${name} as ${as}: at most ${Math.max(...memory).toFixed(0)} MB`);
      }
    }
    return [...figures, ...memoryFigures(peaks)];
  },
};

function memoryFigures(peaks: ReadonlyMap<string, readonly number[]>): Figure[] {
  return [...peaks].flatMap(([as, [few = 0, many = few]]) => [
    figureOf(
      {
        bench: "ledger",
        figure: `peak memory of the larger as ${as}, beside the smaller`,
        unit: "MB",
        goal: { ratio: GOAL_MEMORY },
      },
      [{ ours: many, baseline: few }],
    ),
  ]);
}

async function aBook({ folder, small }: BenchSize, count: number): Promise<string> {
  const url = `file:${folder}/ledger-${count}.db`;
  const officers = small ? 4 : OFFICERS;
  await writeBook(url, officers, EACH);
  const database = new Database(url.slice("file:".length));
  // A chain of a million hashes is another bench's; the desk lays its guards down again when it opens the book.
  const guards = database.prepare(
    `SELECT "name" FROM sqlite_master WHERE "type" = 'trigger' AND "tbl_name" IN ('AuditEvent', 'AuditHead')`,
  );
  for (const { name } of guards.all() as { name: string }[]) database.exec(`DROP TRIGGER "${name}"`);
  database.exec(
    `PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN; ${events(count, officers * EACH)} COMMIT; ANALYZE;`,
  );
  database.close();
  return url;
}

interface Asked {
  readonly url: string;
  readonly as: "csv" | "xlsx";
  readonly count: number;
}

async function pairsOf(
  { folder, runs }: BenchSize,
  { url, as, count }: Asked,
): Promise<{ time: Pair; peak: number }[]> {
  const pairs: { time: Pair; peak: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const base = { url, folder, reader: "m", at: AT };
    const raw = await wrote({ ...base, as: "raw" });
    const ours = await wrote({ ...base, as });
    if (raw.rows !== count || ours.rows < count || ours.differences !== 0) {
      throw new Error(
        `${count} events, ${raw.rows} in raw SQL, ${ours.rows} in the register, ${ours.differences} differences`,
      );
    }
    pairs.push({ time: { ours: ours.ms / 1000, baseline: raw.ms / 1000 }, peak: ours.peakMb });
  }
  return pairs;
}

/** Each in a process of its own, whose memory is nobody else's. */
async function wrote(writing: Writing): Promise<Wrote> {
  const child = startChild("bench/ledger/write.ts");
  try {
    return await child.ask<Wrote>(writing);
  } finally {
    await child.stop();
  }
}
