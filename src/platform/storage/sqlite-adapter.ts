/**
 * Prisma's libSQL adapter, with one connection that writes and one that reads. Every write and every transaction
 * enters one queue; transactions begin IMMEDIATE, so that a read inside them never has to be given up later; a lock
 * held by another process is waited for off the event loop.
 *
 * A connection that met a lock is thrown away. The driver leaves the statement that failed half open until it is
 * garbage collected, and while it is, SQLite does not commit: a write tried again on the same connection answers
 * success and is seen by nobody else (test/platform/storage/locked-file.sqlite.test.ts).
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
import { breathe } from "./breath.ts";
import { type Deadline, deadlineIn, whileLocked } from "./busy.ts";
import { GivingWay } from "./giving-way.ts";
import { isRead } from "./is-read.ts";
import { LateTransaction } from "./late-transaction.ts";
import { OneEnd } from "./one-end.ts";
import { currentPriority, isAskedFor, isInBackground, refuseStrayWrite } from "./scope.ts";
import { WriteQueue } from "./write-queue.ts";

export interface SqliteOptions {
  /** How long another process may hold the file before the caller hears StorageBusy. */
  readonly lockedForMs: number;
  /** How long a write waits for the writes of its own process. */
  readonly queuedForMs: number;
  /** Off only where losing the file with the machine costs nothing: tests. */
  readonly durable: boolean;
  /** Whether a bot runs beside: after background writes the file is then left free for a while. */
  readonly givesWay: () => boolean;
  /** Hears how long each background write held the file, in ms. */
  readonly held: (ms: number) => void;
}

/** How a SQLite file is reached: the driver, or something around it. */
export type SqliteDriver = (url: string, options: SqliteOptions) => SqlMigrationAwareDriverAdapterFactory;

/** Waiting inside SQLite stops the event loop, so it waits hardly at all; `whileLocked` waits instead. */
const STOP_THE_WORLD_MS = 2;

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
async function prepareConnection(adapter: SqlDriverAdapter, durable: boolean): Promise<void> {
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
  const deadline = deadlineIn(options.lockedForMs);
  const writer = await connectWriter(connections, options);
  await whileLocked(() => writer.executeScript("PRAGMA journal_mode = WAL"), isLocked, deadline);
  const reader = await connectReader(connections, options);
  return new SerialSqlite(connections, options, writer, reader);
}

async function connectWriter(connections: PrismaLibSql, options: SqliteOptions): Promise<SqlDriverAdapter> {
  const writer = await connections.connect();
  await prepareConnection(writer, options.durable);
  return writer;
}

async function connectReader(connections: PrismaLibSql, options: SqliteOptions): Promise<SqlDriverAdapter> {
  const reader = await connectWriter(connections, options);
  await reader.executeScript("PRAGMA query_only = ON");
  return reader;
}

/** One write, or one transaction, of this process. */
interface Turn {
  readonly deadline: Deadline;
  /** `since`: from when it held the file. */
  leave(since?: number): void;
}

class SerialSqlite implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName = "afterloan-libsql";
  private readonly connections: PrismaLibSql;
  private readonly options: SqliteOptions;
  private readonly queue: WriteQueue;
  private readonly givingWay = new GivingWay();
  private writer: SqlDriverAdapter;
  private reader: SqlDriverAdapter;

  constructor(connections: PrismaLibSql, options: SqliteOptions, writer: SqlDriverAdapter, reader: SqlDriverAdapter) {
    this.connections = connections;
    this.options = options;
    this.queue = new WriteQueue(options.queuedForMs);
    this.writer = writer;
    this.reader = reader;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    // The reader's connection refuses to write, in any case.
    return isRead(query.sql) ? this.read(query) : this.writeAlone((writer) => writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.writeAlone((writer) => writer.executeRaw(query));
  }

  executeScript(script: string): Promise<void> {
    return this.writeAlone((writer) => writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    if (isAskedFor()) return this.begin();
    return new LateTransaction(
      () => this.begin(),
      (query) => this.read(query),
    );
  }

  private async begin(): Promise<Transaction> {
    const turn = await this.enter();
    try {
      await this.write((writer) => writer.executeRaw(statement("BEGIN IMMEDIATE")), turn.deadline);
      const since = performance.now();
      return new SerialTransaction(this.writer, () => turn.leave(since));
    } catch (error) {
      turn.leave();
      throw error;
    }
  }

  private async writeAlone<T>(write: (writer: SqlDriverAdapter) => Promise<T>): Promise<T> {
    const turn = await this.enter();
    const since = performance.now();
    try {
      return await this.write(write, turn.deadline);
    } finally {
      turn.leave(since);
    }
  }

  /** The time spent in the queue counts: the person has been waiting since then. */
  private async enter(): Promise<Turn> {
    refuseStrayWrite();
    const isBackground = isInBackground();
    const givesWay = isBackground && this.options.givesWay();
    if (givesWay) {
      await this.givingWay.pause();
    }
    const deadline = deadlineIn(this.options.lockedForMs);
    await breathe();
    const release = await this.queue.enter(currentPriority());
    const leave = (since?: number) => {
      const ms = since === undefined ? 0 : performance.now() - since;
      if (givesWay && since !== undefined) {
        this.givingWay.held(ms);
      }
      if (isBackground) {
        this.options.held(ms);
      }
      release();
    };
    return { leave, deadline };
  }

  private write<T>(write: (writer: SqlDriverAdapter) => Promise<T>, deadline: Deadline): Promise<T> {
    const attempt = async () => {
      try {
        return await write(this.writer);
      } catch (error) {
        if (isLocked(error)) {
          const met = this.writer;
          this.writer = await connectWriter(this.connections, this.options);
          await met.dispose();
        }
        throw error;
      }
    };
    return whileLocked(attempt, isLocked, deadline);
  }

  private async read(query: SqlQuery): Promise<SqlResultSet> {
    await breathe();
    const attempt = async () => {
      const reader = this.reader;
      try {
        return await reader.queryRaw(query);
      } catch (error) {
        // Several reads may meet the same lock; the first of them renews.
        if (isLocked(error) && reader === this.reader) {
          this.reader = await connectReader(this.connections, this.options);
          await reader.dispose();
        }
        throw error;
      }
    };
    return whileLocked(attempt, isLocked, deadlineIn(this.options.lockedForMs));
  }

  async dispose(): Promise<void> {
    await this.reader.dispose();
    await this.writer.dispose();
  }
}

class SerialTransaction implements Transaction {
  readonly provider = "sqlite";
  readonly adapterName = "afterloan-libsql";
  /** The engine leaves BEGIN and COMMIT to us. */
  readonly options = { usePhantomQuery: true };
  private readonly writer: SqlDriverAdapter;
  private readonly release: () => void;
  private readonly end = new OneEnd();

  constructor(writer: SqlDriverAdapter, release: () => void) {
    this.writer = writer;
    this.release = release;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    await breathe();
    this.end.refuseAfter();
    return this.writer.queryRaw(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    await breathe();
    this.end.refuseAfter();
    return this.writer.executeRaw(query);
  }

  async commit(): Promise<void> {
    this.end.come();
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
    this.end.come();
    try {
      // A failed statement may have ended the transaction already; there is nothing left to roll back then.
      await this.writer.executeRaw(statement("ROLLBACK")).catch(() => undefined);
    } finally {
      this.release();
    }
  }

  async createSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`ROLLBACK TO ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

function isLocked(error: unknown): boolean {
  return error instanceof DriverAdapterError && error.cause.kind === "SocketTimeout";
}
