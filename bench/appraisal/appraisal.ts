/** The night in which the sheets of sixty account managers and their reviewers are written down, and a score that is asked for, beside raw SQL. */
import Database from "libsql";
import { isRefusal } from "../../src/domain/refusal.ts";
import { closeMonths, scoreOf } from "../../src/features/appraisal/index.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks, momentFromIso } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Context, type Parts, systemContext } from "../../src/platform/context.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { type Figure, figureOf, type Pair } from "../figure.ts";

const OFFICERS = 60;
const SMALL_OFFICERS = 4;
const EACH = 100;
const NIGHT = "2026-03-01T18:00:00Z";
/** Of the processor: what is left where others have the machine. Nobody waits for the night; a person waits for a score. */
const GOAL_NIGHT_S = 30;
const GOAL_SCORE_MS = 1_000;

/** February: a fifth of each book fell due, nine of ten were submitted, one of ten of those late; a signal for every tenth customer. */
const february = (policyVersionId: string): string => `
  INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
    SELECT 'r-' || "id", 'Reviewer of ' || "name", 'r' || "id" || '@bank.example', "id", '2020-01-01T00:00:00.000+00:00'
    FROM "OrgUnit" WHERE "kind" = 'branch';
  INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
    SELECT 'gr-' || "id", 'r-' || "id", 'post_loan_officer', "id", '2020-01-01T00:00:00.000+00:00' FROM "OrgUnit" WHERE "kind" = 'branch';
  UPDATE "Inspection" SET "product" = 'working_capital',
    "dueOn" = CASE WHEN rowid % 5 = 0 THEN date('2026-02-01', (rowid / 5 % 28) || ' days') ELSE '2026-09-01' END;
  UPDATE "Inspection" SET "state" = 'approved', "closedAt" = date("dueOn", '5 days') || 'T02:00:00.000+00:00', "submittedOn" = date("dueOn", CASE WHEN rowid % 50 = 0 THEN '2 days' ELSE '-1 days' END),
    "submittedAt" = date("dueOn", CASE WHEN rowid % 50 = 0 THEN '2 days' ELSE '-1 days' END) || 'T02:00:00.000+00:00'
    WHERE rowid % 5 = 0 AND rowid % 55 <> 0;
  INSERT INTO "Report" ("id", "inspectionId", "revision", "state", "submittedById", "submittedAt", "policyVersionId", "mode", "visitedOn",
      "content", "contentHash", "submittedOn", "decidedOn", "decidedAt")
    SELECT 'r' || "id", "id", 1, 'approved', "assigneeId", "submittedAt", '${policyVersionId}', 'on_site', "submittedOn", '{}', '',
      "submittedOn", date("submittedOn", '1 days'), date("submittedOn", '1 days') || 'T02:00:00.000+00:00'
    FROM "Inspection" WHERE "state" = 'approved';
  INSERT INTO "Review" ("id", "reportId", "decision", "reasons", "note", "reviewerId", "decidedAt", "submitterId", "standInIds")
    SELECT 'v' || r."id", r."id", CASE WHEN i.rowid % 40 = 0 THEN 'returned' ELSE 'approved' END, '[]', '', 'r-' || i."unitId", r."decidedAt",
      r."submittedById", '[]' FROM "Report" r JOIN "Inspection" i ON i."id" = r."inspectionId";
  INSERT INTO "Signal" ("id", "number", "code", "borrowerId", "unitId", "subjectKind", "subjectId", "level", "path", "state",
      "policyVersionId", "raisedAt", "levelSince", "raisedOn", "acknowledgedById", "acknowledgedAt")
    SELECT 's' || "id", 'S' || "id", 'FIN-01', "id", "unitId", 'borrower', "id", 'orange', 'full', 'acknowledged', '${policyVersionId}',
      '2026-02-10T02:00:00.000+00:00', '2026-02-10T02:00:00.000+00:00', '2026-02-10', 'p-0', '2026-02-10T05:00:00.000+00:00'
    FROM "Borrower" WHERE rowid % 10 = 1;`;

const WRITTEN = `'Person', 'RoleGrant', 'Inspection', 'Report', 'Review', 'Signal'`;

/** What the sheets count, as plain SQL counts it: of everybody, or of one person. */
const counted = (whose: string): string[] => [
  `SELECT "assigneeId", COUNT(*), SUM("submittedOn" <= "dueOn") FROM "Inspection"
    WHERE "dueOn" BETWEEN '2026-02-01' AND '2026-02-28' ${whose.replace("?", `"assigneeId"`)} GROUP BY "assigneeId"`,
  `SELECT "submitterId", COUNT(*), SUM("decision" = 'approved') FROM "Review"
    WHERE "decidedAt" BETWEEN '2026-02-01' AND '2026-03-01' ${whose.replace("?", `"submitterId"`)} GROUP BY "submitterId"`,
  `SELECT o."personId", COUNT(*), SUM(s."acknowledgedAt" IS NOT NULL) FROM "Signal" s JOIN "Ownership" o ON o."borrowerId" = s."borrowerId"
    WHERE s."levelSince" >= '2026-02-01' ${whose.replace("?", `o."personId"`)} GROUP BY o."personId"`,
];

export const appraisal: Bench = {
  name: "appraisal",
  run: async (size) => {
    const officers = size.small ? SMALL_OFFICERS : OFFICERS;
    const nights: Measured[] = [];
    const scores: Measured[] = [];
    for (let run = 0; run < size.runs; run += 1) {
      const one = await measured(size, officers, run);
      nights.push(one.night);
      scores.push(...one.scores);
    }
    const bench = "appraisal";
    const night = `the sheets of ${officers} account managers written down`;
    const score = "a score that is asked for, month still open";
    const of = (pairs: readonly Measured[], which: "elapsed" | "worked") => pairs.map((one) => one[which]);
    const toNight = { atMost: GOAL_NIGHT_S };
    const toScore = { atMost: GOAL_SCORE_MS };
    return [
      figureOf({ bench, figure: night, unit: "s", goal: toNight }, of(nights, "elapsed")),
      figureOf({ bench, figure: `${night}, of the processor`, unit: "s", goal: toNight }, of(nights, "worked")),
      figureOf({ bench, figure: score, unit: "ms", goal: toScore }, of(scores, "elapsed")),
      figureOf({ bench, figure: `${score}, of the processor`, unit: "ms", goal: toScore }, of(scores, "worked")),
    ] satisfies Figure[];
  },
};

interface Measured {
  readonly elapsed: Pair;
  readonly worked: Pair;
}

interface Took {
  readonly elapsed: number;
  readonly worked: number;
}

/** In milliseconds, by the clock and of this process's processor time. */
async function took(work: () => unknown): Promise<Took> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  // What takes less than the machine can tell is not nothing.
  return { elapsed: performance.now() - began, worked: Math.max(1, user + system) / 1000 };
}

const beside = (ours: Took, baseline: Took, per = 1): Measured => ({
  elapsed: { ours: ours.elapsed / per, baseline: baseline.elapsed / per },
  worked: { ours: ours.worked / per, baseline: baseline.worked / per },
});

/** A book of its own: a month is written down once. */
async function measured({ folder, small, say }: BenchSize, officers: number, run: number) {
  const url = `file:${folder}/appraisal-${run}.db`;
  await writeBook(url, officers, EACH);
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const { parts, close } = await openParts(config, undefined, { clocks: createStandingClocks(NIGHT) });
  const raw = new Database(url.slice("file:".length));
  // Rows that are known to be right need neither guards nor totals; nobody opens this book again.
  const guards = raw.prepare(
    `SELECT "name" FROM sqlite_master WHERE "type" = 'trigger' AND "tbl_name" IN (${WRITTEN})`,
  );
  for (const { name } of guards.all() as { name: string }[]) raw.exec(`DROP TRIGGER "${name}"`);
  raw.exec(`PRAGMA foreign_keys = OFF; BEGIN; ${february(parts.policies.inForce().versionId)} COMMIT; ANALYZE;`);
  const scores = await scorePairs(parts, raw, small ? 1 : 5);
  const night = await nightPair(parts, raw, officers);
  const said = ({ elapsed, worked }: Measured) => `${elapsed.ours.toFixed(1)} (${worked.ours.toFixed(1)})`;
  say(`  a night ${said(night)} s of the clock (of the processor); scores ${scores.map(said).join(", ")} ms`);
  raw.close();
  await close();
  return { night, scores };
}

async function nightPair(parts: Parts, raw: Database.Database, officers: number): Promise<Measured> {
  const baseline = await took(() => counted("").map((sql) => raw.prepare(sql).all()));
  const ours = await took(async () => {
    const closed = await closeMonths(systemContext(parts));
    if (isRefusal(closed) || closed.kept < officers) {
      throw new Error(`not everybody has a sheet: ${JSON.stringify(closed)}`);
    }
  });
  return beside(ours, baseline, 1000);
}

/** On the last day of the month, while it is open; the first warms up. */
async function scorePairs(parts: Parts, raw: Database.Database, count: number): Promise<Measured[]> {
  parts.clocks.moveTo(momentFromIso("2026-02-28T03:00:00Z"));
  const pairs: Measured[] = [];
  for (let nth = 0; nth <= count; nth += 1) {
    const id = `p-${nth % SMALL_OFFICERS}`;
    const ours = await took(async () => asked(await contextOfPerson(parts, id)));
    const baseline = await took(() => counted(`AND ? = '${id}'`).map((sql) => raw.prepare(sql).all()));
    if (nth > 0) pairs.push(beside(ours, baseline));
  }
  parts.clocks.moveTo(momentFromIso(NIGHT));
  return pairs;
}

async function asked(ctx: Context | undefined): Promise<void> {
  const view = ctx === undefined ? undefined : await scoreOf(ctx, ["me"], "message");
  if (view === undefined || isRefusal(view)) throw new Error("there is no score");
}
