/** The rows of a book on PostgreSQL as a SQLite file of their own. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "libsql";
import { migrate } from "../../prisma/migrate.ts";
import { type Database, openDatabase } from "../../src/platform/storage/index.ts";

export async function copiedToSqlite(from: Database): Promise<Database> {
  const path = join(mkdtempSync(join(tmpdir(), "afterloan-copied-")), "book.db");
  await migrate(`file:${path}`);
  const file = new Sqlite(path);
  // The rows were guarded where they were written; the guards are laid down again when the file is opened.
  for (const name of namesOf(file, "trigger")) file.exec(`DROP TRIGGER "${name}"`);
  file.exec("PRAGMA foreign_keys = OFF; BEGIN");
  for (const table of namesOf(file, "table").filter((name) => !/^(_prisma|sqlite)/u.test(name))) {
    file.exec(`DELETE FROM "${table}"`);
    for (const row of (await from.raw.query(`SELECT * FROM "${table}"`)) as Record<string, unknown>[]) {
      const columns = Object.keys(row);
      const places = columns.map(() => "?").join(", ");
      const listed = columns.map((name) => `"${name}"`).join(", ");
      file
        .prepare(`INSERT INTO "${table}" (${listed}) VALUES (${places})`)
        .run(...columns.map((name) => stored(row[name])));
    }
  }
  file.exec("COMMIT");
  file.close();
  return openDatabase({ url: `file:${path}`, durable: false });
}

function namesOf(file: Sqlite.Database, type: "table" | "trigger"): string[] {
  const rows = file.prepare(`SELECT "name" FROM sqlite_master WHERE "type" = '${type}'`).all();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** As SQLite holds it. */
function stored(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "boolean" ? Number(value) : value;
}
