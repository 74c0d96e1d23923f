/**
 * Prisma's libSQL adapter, with one connection that writes and one that reads. Every write and every transaction
 * enters one queue; transactions begin IMMEDIATE, so that a read inside them never has to be given up later; a lock
 * held by another process is waited for off the event loop.
 */
import { PrismaLibSql } from "@prisma/adapter-libsql";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import { whileLocked } from "./busy.ts";
import { currentPriority, refuseStrayWrite } from "./scope.ts";
import { WriteQueue } from "./write-queue.ts";

export interface SqliteOptions {
  /** How long another process may hold the file before the caller hears StorageBusy. */
  readonly lockedForMs: number;
  /** How long a write waits for the writes of its own process. */
  readonly queuedForMs: number;
  /** Off only where losing the file with the machine costs nothing: tests. */
  readonly durable: boolean;
}

/** Waiting inside SQLite stops the event loop, so it waits hardly at all; `whileLocked` waits instead. */
const STOP_THE_WORLD_MS = 5;

export function sqliteAdapterFactory(url: string, options: SqliteOptions): SqlMigrationAwareDriverAdapterFactory {
  const connections = new PrismaLibSql({ url });
  return {
    provider: "sqlite",
    adapterName: "afterloan-libsql",
    connect: () => connectSerially(connections, options),
    connectToShadowDb: () => connections.connectToShadowDb(),
  };
}

/** The pragmas that hold for every connection we open; without them foreign keys and delete guards sleep. */
export async function prepareConnection(adapter: SqlDriverAdapter, durable: boolean): Promise<void> {
  await adapter.executeScript(
    [
      `PRAGMA busy_timeout = ${STOP_THE_WORLD_MS}`,
      "PRAGMA foreign_keys = ON",
      "PRAGMA recursive_triggers = ON",
      `PRAGMA synchronous = ${durable ? "FULL" : "OFF"}`,
    ].join(";"),
  );
}

async function connectSerially(connections: PrismaLibSql, options: SqliteOptions): Promise<SqlDriverAdapter> {
  const since = performance.now();
  const deadline = { since, at: since + options.lockedForMs };
  const writer = await connections.connect();
  await prepareConnection(writer, options.durable);
  await whileLocked(() => writer.executeScript("PRAGMA journal_mode = WAL"), isLocked, deadline);
  const reader = await connections.connect();
  await prepareConnection(reader, options.durable);
  await reader.executeScript("PRAGMA query_only = ON");
  return new SerialSqlite(writer, reader, options);
}

class SerialSqlite implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName = "afterloan-libsql";
  private readonly writer: SqlDriverAdapter;
  private readonly reader: SqlDriverAdapter;
  private readonly options: SqliteOptions;
  private readonly queue: WriteQueue;

  constructor(writer: SqlDriverAdapter, reader: SqlDriverAdapter, options: SqliteOptions) {
    this.writer = writer;
    this.reader = reader;
    this.options = options;
    this.queue = new WriteQueue(options.queuedForMs);
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return isRead(query.sql)
      ? whileLocked(() => this.reader.queryRaw(query), isLocked, this.deadline())
      : this.writeAlone(() => this.writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.writeAlone(() => this.writer.executeRaw(query));
  }

  executeScript(script: string): Promise<void> {
    return this.writeAlone(() => this.writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    refuseStrayWrite();
    const deadline = this.deadline();
    const release = await this.queue.enter(currentPriority());
    try {
      await whileLocked(() => this.writer.executeRaw(statement("BEGIN IMMEDIATE")), isLocked, deadline);
    } catch (error) {
      release();
      throw error;
    }
    return new SerialTransaction(this.writer, release);
  }

  async dispose(): Promise<void> {
    await this.reader.dispose();
    await this.writer.dispose();
  }

  private async writeAlone<T>(write: () => Promise<T>): Promise<T> {
    refuseStrayWrite();
    const deadline = this.deadline();
    const release = await this.queue.enter(currentPriority());
    try {
      return await whileLocked(write, isLocked, deadline);
    } finally {
      release();
    }
  }

  private deadline(): { at: number; since: number } {
    const since = performance.now();
    return { since, at: since + this.options.lockedForMs };
  }
}

class SerialTransaction implements Transaction {
  readonly provider = "sqlite";
  readonly adapterName = "afterloan-libsql";
  /** The engine leaves BEGIN and COMMIT to us. */
  readonly options = { usePhantomQuery: true };
  private readonly writer: SqlDriverAdapter;
  private readonly release: () => void;

  constructor(writer: SqlDriverAdapter, release: () => void) {
    this.writer = writer;
    this.release = release;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.writer.queryRaw(query);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.writer.executeRaw(query);
  }

  async commit(): Promise<void> {
    try {
      await this.writer.executeRaw(statement("COMMIT"));
    } catch (error) {
      await this.writer.executeRaw(statement("ROLLBACK")).catch(() => undefined);
      throw error;
    } finally {
      this.release();
    }
  }

  async rollback(): Promise<void> {
    try {
      // A failed statement may have ended the transaction already; there is nothing left to roll back then.
      await this.writer.executeRaw(statement("ROLLBACK")).catch(() => undefined);
    } finally {
      this.release();
    }
  }

  async createSavepoint(name: string): Promise<void> {
    await this.writer.executeRaw(statement(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.writer.executeRaw(statement(`ROLLBACK TO ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.writer.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

/** Prisma's reads begin with SELECT; anything else might write. The reader's connection refuses to, in any case. */
function isRead(sql: string): boolean {
  return /^\s*SELECT\b/i.test(sql);
}

function isLocked(error: unknown): boolean {
  return error instanceof DriverAdapterError && error.cause.kind === "SocketTimeout";
}
