/**
 * A process of its own, what facts by file are measured against: reads the same file and writes the same rows of the same tables
 * with the raw driver, one prepared statement each, without asking what stood there.
 */

import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import Database from "libsql";
import type { Taken } from "../import/taken.ts";
import { peakMegabytes } from "../peak-memory.ts";
import { COLUMNS } from "./day.ts";

const ROWS_AT_ONCE = 500;
const [url = "", file = ""] = process.argv.slice(2);
const database = new Database(url.slice("file:".length));
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
const observation = database.prepare(
  `INSERT INTO "Observation" ("id", "subjectKind", "subjectId", "key", "value", "unit", "asOf", "recordedAt", "source", "reference", "standing")
   VALUES (?, 'loan', ?, ?, ?, ?, ?, ?, 'core_banking', '', 'confirmed')`,
);
const change = database.prepare(
  `INSERT INTO "FactChange" ("id", "subjectKind", "subjectId", "field", "before", "after", "asOf", "recordedAt", "source")
   VALUES (?, 'loan', ?, ?, ?, ?, ?, ?, 'core_banking')`,
);
const loan = database.prepare(
  `UPDATE "Loan" SET "drawnMinor" = ?, "pastDueSince" = ?, "asOf" = ?, "recordedAt" = ?, "factsHash" = '', "version" = "version" + 1
    WHERE "id" = ?`,
);
const look = database.prepare(
  `INSERT INTO "LookAsked" ("borrowerId", "askedAt") VALUES (?, ?) ON CONFLICT DO UPDATE SET "askedAt" = excluded."askedAt"`,
);
const loans = new Map<string, { id: string; borrowerId: string }>(
  database
    .prepare(`SELECT "number", "id", "borrowerId" FROM "Loan"`)
    .all()
    .map((row) => {
      const { number, ...one } = row as { number: string; id: string; borrowerId: string };
      return [number, one];
    }),
);
const now = new Date().toISOString();

const began = performance.now();
let rows = 0;
for await (const record of createReadStream(file).pipe(parse({ columns: COLUMNS.split(","), from_line: 2 }))) {
  if (rows % ROWS_AT_ONCE === 0) database.exec(rows === 0 ? "BEGIN" : "COMMIT; BEGIN");
  rows += 1;
  insert(record as Record<string, string>, rows);
}
database.exec("COMMIT");
const seconds = (performance.now() - began) / 1000;
database.close();
const taken: Taken = { seconds, rows, megabytes: peakMegabytes() };
process.send?.(taken);
process.disconnect?.();

function insert(record: Record<string, string>, row: number): void {
  const of = (column: string) => record[column] ?? "";
  const { id, borrowerId } = loans.get(of("loan")) ?? { id: "", borrowerId: "" };
  const asOf = of("as_of");
  const isLate = of("days_past_due") !== "0";
  observation.run([`ob${row}`, id, "balance", of("balance"), "money", asOf, now]);
  observation.run([`od${row}`, id, "days_past_due", of("days_past_due"), "days", asOf, now]);
  loan.run([Number(of("balance")) * 100, isLate ? asOf : null, asOf, now, id]);
  change.run([`cb${row}`, id, "drawnMinor", "80000000", `${of("balance")}00`, asOf, now]);
  if (isLate) change.run([`cd${row}`, id, "pastDueSince", null, asOf, asOf, now]);
  look.run([borrowerId, now]);
}
