/**
 * Brings a database to what the code expects: migrations in order, then the guards. Runs in this process and keeps
 * Prisma's own table of what was applied, so that `prisma migrate deploy` understands the same database.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { databaseKind, sqlitePath } from "../src/platform/storage/url.ts";
import { withSchemaEngine } from "./engine.ts";
import { guardNames } from "./guards-sql.ts";
import { type DatabaseKind, modelsText, repositoryPath, schemaText } from "./schema.ts";

export interface Migrated {
  /** The names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /** Where SQLite's file was copied to before, if anything was in it. */
  readonly backup?: string;
}

const MIGRATION = /^\d{4}_/;
/** Any number that no other program on the same database uses for its advisory locks. */
const GUARDS_LOCK = 2_023_001;
const GUARDS_SETTING = "guards_sha256";

/** `url` is `file:...` or `postgresql://...`. Costs a few milliseconds when nothing is to be done. */
export async function migrate(url: string): Promise<Migrated> {
  const kind = databaseKind(url);
  // Customers are in it, and SQLite makes its file as the umask allows: a folder that is made here is its owner's alone.
  if (kind === "sqlite") mkdirSync(dirname(sqlitePath(url)), { recursive: true, mode: 0o700 });
  const factory = adapterFactory(kind, url);
  const pending = await withConnection(factory, (connection) => pendingMigrations(kind, connection));
  const backup = pending.length > 0 && kind === "sqlite" ? await backUp(factory, url, pending[0] ?? "") : undefined;
  const applied = pending.length > 0 ? await applyMigrations(kind, factory) : [];
  await withConnection(factory, (connection) => layDownGuards(kind, connection, applied.length > 0));
  return backup === undefined ? { applied } : { applied, backup };
}

export interface SchemaState {
  readonly applied: number;
  /** Known to this release and not applied. */
  readonly pending: readonly string[];
  /** Applied, and unknown to this release: a newer one was here. */
  readonly unknown: readonly string[];
  /** Triggers and indexes that should stand and do not. Empty while migrations are pending. */
  readonly missingGuards: readonly string[];
}

/** Looks and changes nothing. */
export async function inspectSchema(url: string): Promise<SchemaState> {
  const kind = databaseKind(url);
  return withConnection(adapterFactory(kind, url), async (connection) => {
    const applied = await appliedMigrations(kind, connection);
    const known = migrationNames(kind);
    const pending = known.filter((name) => !applied.includes(name));
    return {
      applied: applied.length,
      pending,
      unknown: applied.filter((name) => !known.includes(name)),
      missingGuards: pending.length > 0 ? [] : await missingGuards(kind, connection),
    };
  });
}

function adapterFactory(kind: DatabaseKind, url: string): SqlMigrationAwareDriverAdapterFactory {
  if (kind === "sqlite") return new PrismaLibSql({ url });
  // One connection: a script's BEGIN and COMMIT, and the lock that keeps a second process out, belong together.
  return new PrismaPg({ connectionString: url, max: 1 });
}

async function withConnection<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (connection: SqlDriverAdapter) => Promise<T>,
): Promise<T> {
  const connection = await factory.connect();
  try {
    if (connection.provider === "sqlite") await connection.executeScript("PRAGMA busy_timeout = 5000");
    return await work(connection);
  } finally {
    await connection.dispose();
  }
}

function migrationNames(kind: DatabaseKind): string[] {
  return readdirSync(repositoryPath(`prisma/migrations/${kind}`))
    .filter((name) => MIGRATION.test(name))
    .sort();
}

async function pendingMigrations(kind: DatabaseKind, connection: SqlDriverAdapter): Promise<string[]> {
  const applied = await appliedMigrations(kind, connection);
  return migrationNames(kind).filter((name) => !applied.includes(name));
}

async function appliedMigrations(kind: DatabaseKind, connection: SqlDriverAdapter): Promise<string[]> {
  if (!(await exists(connection, kind, "_prisma_migrations"))) return [];
  return column(
    connection,
    `SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  );
}

async function applyMigrations(kind: DatabaseKind, factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const { appliedMigrationNames } = await withSchemaEngine(schemaText(kind, modelsText()), factory, (engine) =>
    engine.applyMigrations({
      migrationsList: migrationsList(kind),
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return appliedMigrationNames;
}

function migrationsList(kind: DatabaseKind) {
  const folder = repositoryPath(`prisma/migrations/${kind}`);
  const lockFile = "migration_lock.toml";
  return {
    baseDir: folder,
    lockfile: { path: lockFile, content: readFileSync(`${folder}/${lockFile}`, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(kind).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(`${folder}/${name}/migration.sql`, "utf8") },
      },
    })),
  };
}

/** SQLite cannot take a half-applied migration back, so the file as it was is kept beside it. */
async function backUp(
  factory: SqlMigrationAwareDriverAdapterFactory,
  url: string,
  next: string,
): Promise<string | undefined> {
  return withConnection(factory, async (connection) => {
    if (!(await exists(connection, "sqlite", "_prisma_migrations"))) return undefined;
    const free = [...Array(1000).keys()].map((n) => `${sqlitePath(url)}.before-${next}${n === 0 ? "" : `.${n}`}`);
    const backup = free.find((path) => !existsSync(path));
    if (backup === undefined) throw new Error(`too many backups beside ${sqlitePath(url)}`);
    await connection.executeScript(`VACUUM INTO '${backup.replaceAll("'", "''")}'`);
    return backup;
  });
}

/** Compares what stands in the catalogue first: laying triggers down again locks every table for a moment. */
async function layDownGuards(kind: DatabaseKind, connection: SqlDriverAdapter, migrated: boolean): Promise<void> {
  const sql = readFileSync(repositoryPath(`prisma/guards.${kind}.sql`), "utf8");
  const hash = createHash("sha256").update(sql).digest("hex");
  if (!migrated && (await guardsStand(kind, connection, hash))) return;
  const remember = `INSERT INTO "Setting" ("key", "value") VALUES ('${GUARDS_SETTING}', '${hash}')
    ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";`;
  // Two processes that start together take turns.
  const begin = kind === "sqlite" ? "BEGIN IMMEDIATE" : `BEGIN; SELECT pg_advisory_xact_lock(${GUARDS_LOCK})`;
  const script = `${begin};\n${sql}\n${remember}\nCOMMIT;`;
  if (kind === "sqlite") await connection.executeScript(script);
  // Not executeScript: the adapter cuts it at every semicolon, also inside a function's body.
  else await connection.executeRaw({ sql: script, args: [], argTypes: [] });
}

async function guardsStand(kind: DatabaseKind, connection: SqlDriverAdapter, hash: string): Promise<boolean> {
  const laidDown = await column(connection, `SELECT "value" FROM "Setting" WHERE "key" = '${GUARDS_SETTING}'`);
  return laidDown[0] === hash && (await missingGuards(kind, connection)).length === 0;
}

async function missingGuards(kind: DatabaseKind, connection: SqlDriverAdapter): Promise<string[]> {
  const { triggers, indexes } = await standingGuards(kind, connection);
  const expected = guardNames(kind, modelsText());
  return [
    ...expected.triggers.filter((name) => !triggers.includes(name)),
    ...expected.indexes.filter((name) => !indexes.includes(name)),
  ];
}

/** What the catalogue holds: every trigger, and every index, of our tables. */
async function standingGuards(
  kind: DatabaseKind,
  connection: SqlDriverAdapter,
): Promise<{ triggers: string[]; indexes: string[] }> {
  const [triggers, indexes] =
    kind === "sqlite"
      ? [`SELECT name FROM sqlite_master WHERE type = 'trigger'`, `SELECT name FROM sqlite_master WHERE type = 'index'`]
      : [
          `SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'`,
          `SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema()`,
        ];
  return { triggers: await column(connection, triggers), indexes: await column(connection, indexes) };
}

async function exists(connection: SqlDriverAdapter, kind: DatabaseKind, table: string): Promise<boolean> {
  const sql =
    kind === "sqlite"
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '${table}'`
      : `SELECT table_name::text FROM information_schema.tables
          WHERE table_schema = current_schema() AND table_name = '${table}'`;
  return (await column(connection, sql)).length > 0;
}

/** The first column of the answer, as text. */
async function column(connection: SqlDriverAdapter, sql: string): Promise<string[]> {
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  return rows.map(([first]) => String(first));
}
