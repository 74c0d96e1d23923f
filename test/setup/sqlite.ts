import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import { openRunFolder } from "./run-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated SQLite file to copy. */
    sqliteTemplate: string;
    /** Where the copies go; removed at the end of the run. */
    sqliteFolder: string;
    /** A PostgreSQL server's URL without a database, or empty. */
    postgresServer: string;
  }
}

/** Makes the migrated file that every test copies; kept until a migration or a guard changes. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = openRunFolder();
  const template = repositoryPath(`generated/template-${schemaHash()}.db`);
  if (!existsSync(template)) {
    mkdirSync(repositoryPath("generated"), { recursive: true });
    const made = join(repositoryPath("generated"), `making-${process.pid}.db`);
    await migrate(`file:${made}`);
    renameSync(made, template);
  }
  project.provide("sqliteTemplate", template);
  project.provide("sqliteFolder", folder.path);
  project.provide("postgresServer", "");
  return folder.remove;
}

function schemaHash(): string {
  const hash = createHash("sha256").update(readFileSync(repositoryPath("prisma/guards.sqlite.sql")));
  const migrations = repositoryPath("prisma/migrations/sqlite");
  for (const name of readdirSync(migrations).sort()) {
    if (/^\d{4}_/.test(name)) hash.update(name).update(readFileSync(join(migrations, name, "migration.sql")));
  }
  return hash.digest("hex").slice(0, 16);
}
