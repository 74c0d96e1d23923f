/** A process of its own, what the import is measured against: reads the same file and inserts the same rows with the raw driver. */

import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import Database from "libsql";
import { peakMegabytes } from "../peak-memory.ts";
import { COLUMNS } from "./extract.ts";
import type { Taken } from "./taken.ts";

const ROWS_AT_ONCE = 500;
const [url = "", file = ""] = process.argv.slice(2);
const database = new Database(url.slice("file:".length));
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
const units = idsBy(`SELECT "code", "id" FROM "OrgUnit"`);
const people = idsBy(`SELECT "email", "id" FROM "Person"`);
const borrower = database.prepare(
  `INSERT INTO "Borrower" ("id", "number", "name", "customerType", "unitId", "phone", "address", "takeOnOn", "createdAt")
   VALUES (?, ?, ?, ?, ?, ?, ?, '2026-03-01', ?)`,
);
const ownership = database.prepare(
  `INSERT INTO "Ownership" ("id", "borrowerId", "personId", "fromAt") VALUES (?, ?, ?, ?)`,
);
const loan = database.prepare(
  `INSERT INTO "Loan" ("id", "number", "borrowerId", "product", "state", "currency", "principalMinor", "drawnMinor", "disbursedOn",
     "maturesOn", "tier", "asOf", "recordedAt", "factsHash") VALUES (?, ?, ?, ?, ?, 'CNY', ?, ?, ?, ?, ?, '2026-03-09', ?, ?)`,
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
  const [unit, officer] = [units.get(of("unit")) ?? "", people.get(of("officer_email")) ?? ""];
  const [id, told] = [`b${row}`, [of("borrower_name"), of("customer_type"), unit, of("phone"), of("address")]];
  borrower.run([id, of("borrower_number"), ...told, now]);
  ownership.run([`o${row}`, id, officer, now]);
  const money = [Number(of("principal")) * 100, Number(of("drawn")) * 100];
  const dates = [of("disbursed_on"), of("matures_on")];
  loan.run([
    `l${row}`,
    of("loan_number"),
    id,
    of("product"),
    of("state"),
    ...money,
    ...dates,
    of("tier"),
    now,
    `${row}`,
  ]);
}

function idsBy(sql: string): Map<string, string> {
  return new Map(
    database
      .prepare(sql)
      .raw()
      .all()
      .map((row: unknown) => (Array.isArray(row) ? ([String(row[0]), String(row[1])] as const) : (["", ""] as const))),
  );
}
