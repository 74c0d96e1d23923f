import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type Database, type DatabaseKind, openDatabase } from "../../src/platform/storage/index.ts";
import { createDatabase, TEMPLATE } from "./postgres.ts";

export interface TestDatabase extends Database {
  /** So that a second opening, or a second process, can look at the same record. */
  readonly url: string;
}

/** Which database the tests run on: `vitest run` or `vitest run --config vitest.postgres.config.ts`. */
export const testDatabaseKind: DatabaseKind =
  process.env.AFTERLOAN_TEST_DATABASE === "postgres" ? "postgres" : "sqlite";

/** A migrated, guarded, empty database of the test's own. Closing it is optional: the run removes it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const url = await freshUrl();
  return { ...(await openDatabase({ url, durable: false })), url };
}

/** The same, not yet opened. */
export async function freshUrl(): Promise<string> {
  if (testDatabaseKind === "sqlite") {
    const path = join(inject("sqliteFolder"), `${newId()}.db`);
    copyFileSync(inject("sqliteTemplate"), path);
    return `file:${path}`;
  }
  const ready = next ?? copyOfTemplate();
  // A copy takes a third of a second on PostgreSQL: the next one is made while this test runs.
  next = ready.then(copyOfTemplate);
  next.catch(() => undefined);
  return ready;
}

let next: Promise<string> | undefined;

async function copyOfTemplate(): Promise<string> {
  const name = `t_${newId().replaceAll("-", "")}`;
  await createDatabase(inject("postgresServer"), name, TEMPLATE);
  return `${inject("postgresServer")}/${name}`;
}
