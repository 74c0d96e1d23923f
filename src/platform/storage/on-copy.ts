/** Work on a copy of the record as it stands, beside a bot that goes on writing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copySqlite } from "./copy.ts";
import { type Database, openDatabase } from "./database.ts";

/** The copy of the SQLite file is gone afterwards. Throws RangeError on PostgreSQL. */
export async function onCopy<T>(database: Database, work: (copy: Database) => Promise<T>): Promise<T> {
  if (database.kind !== "sqlite") {
    throw new RangeError("only a SQLite file can be copied");
  }
  const folder = mkdtempSync(join(tmpdir(), "afterloan-copy-"));
  try {
    const path = join(folder, "copy.db");
    await copySqlite(database, path);
    const copy = await openDatabase({ url: `file:${path}`, durable: false });
    try {
      return await work(copy);
    } finally {
      await copy.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
