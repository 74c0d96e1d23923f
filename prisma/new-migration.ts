/**
 * tsx prisma/new-migration.ts NAME: compares the models with those of the last migration and writes the next one
 * for both databases. Read what it wrote before you commit it: a rename looks like a drop and an add to it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { withSchemaEngine } from "./engine.ts";
import { DATABASE_KINDS, type DatabaseKind, modelsText, repositoryPath, schemaText } from "./schema.ts";

/** The models as the last migration left them; the next one starts from here. */
const migratedModels = repositoryPath("prisma/migrations/models.prisma");

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  throw new Error("Say what the migration does, in snake_case: tsx prisma/new-migration.ts add_signals");
}
const before = existsSync(migratedModels) ? readFileSync(migratedModels, "utf8") : undefined;
const after = modelsText();
for (const kind of DATABASE_KINDS) {
  const script = await difference(kind, before, after);
  if (script !== undefined) write(kind, name, script);
}
writeFileSync(migratedModels, after);

async function difference(kind: DatabaseKind, from: string | undefined, to: string): Promise<string | undefined> {
  const target = (models: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content: schemaText(kind, models) }],
  });
  // Comparing two texts opens no database; the engine wants an adapter of the right kind all the same.
  const adapter = kind === "sqlite" ? new PrismaLibSql({ url: ":memory:" }) : unusedPostgres();
  const { exitCode, stdout } = await withSchemaEngine(schemaText(kind, to), adapter, (engine) =>
    engine.diff({
      from: from === undefined ? { tag: "empty" } : target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 2 && stdout !== null ? stdout : undefined;
}

/** Answers what the engine asks before it compares: which version it talks to. No PostgreSQL has to run. */
function unusedPostgres(): SqlMigrationAwareDriverAdapterFactory {
  const queryRaw = async (): Promise<SqlResultSet> => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 16.0", 160_000]],
  });
  const refuse = () => Promise.reject(new Error("comparing two schemas writes nothing"));
  const connect = async (): Promise<SqlDriverAdapter> => ({
    provider: "postgres",
    adapterName: "unused",
    queryRaw,
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: refuse,
    dispose: async () => undefined,
  });
  return { provider: "postgres", adapterName: "unused", connect, connectToShadowDb: connect };
}

function write(kind: DatabaseKind, name: string, script: string): void {
  const folder = repositoryPath(`prisma/migrations/${kind}`);
  mkdirSync(folder, { recursive: true });
  const count = readdirSync(folder).filter((entry) => /^\d{4}_/.test(entry)).length;
  const migration = `${folder}/${String(count + 1).padStart(4, "0")}_${name}`;
  mkdirSync(migration);
  // A migration that fails half way must leave nothing behind; SQLite's file is backed up instead.
  const text = kind === "postgres" ? `BEGIN;\n\n${script.trim()}\n\nCOMMIT;\n` : `${script.trim()}\n`;
  writeFileSync(`${migration}/migration.sql`, text);
  process.stdout.write(`${migration}/migration.sql\n`);
}
