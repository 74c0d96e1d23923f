/** The desk's way to its database, with places where it breaks: dies before or after a write is committed, stands still, is full. */
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { SqliteDriver } from "../../../src/platform/storage/index.ts";
import type { KillAtWrite } from "../wire.ts";
import { isRead, siteOf } from "./write-site.ts";

/** SQLite's own largest file, in pages. */
const NO_LIMIT = 4_294_967_294;

export class Breaker {
  private kill: KillAtWrite | undefined;
  private seen = 0;
  private stallMs = 0;
  private adapter: SqlDriverAdapter | undefined;

  killAt(kill: KillAtWrite | undefined): void {
    this.kill = kill;
    this.seen = 0;
  }

  stallAtNextWrite(ms: number): void {
    this.stallMs = ms;
  }

  /** Real: SQLite itself refuses every page more than the file has. */
  async fill(full: boolean): Promise<void> {
    await this.adapter?.executeScript(`PRAGMA max_page_count = ${full ? 1 : NO_LIMIT}`);
  }

  /** For what is planted: a statement of nobody. */
  async run(sql: string, values: readonly string[]): Promise<void> {
    await this.adapter?.executeRaw({
      sql,
      args: [...values],
      argTypes: values.map(() => ({ scalarType: "string", arity: "scalar" })),
    });
  }

  connectedTo(adapter: SqlDriverAdapter): void {
    this.adapter = adapter;
  }

  /** Around one commit, of a transaction or of a statement alone. */
  async committing<T>(statements: readonly string[], commit: () => Promise<T>): Promise<T> {
    const isHere = this.counts(statements);
    this.stand();
    if (isHere && this.kill?.when === "before") {
      die();
    }
    const done = await commit();
    if (isHere && this.kill?.when === "after") {
      die();
    }
    return done;
  }

  private counts(statements: readonly string[]): boolean {
    if (this.kill === undefined || siteOf(statements) !== this.kill.site) {
      return false;
    }
    this.seen += 1;
    return this.seen === this.kill.nth;
  }

  private stand(): void {
    if (this.stallMs > 0) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, this.stallMs);
      this.stallMs = 0;
    }
  }
}

function die(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("a killed process goes on");
}

export function brittle(driver: SqliteDriver, breaker: Breaker): SqliteDriver {
  return (url, options) => {
    const made = driver(url, options);
    const factory: SqlMigrationAwareDriverAdapterFactory = {
      provider: made.provider,
      adapterName: made.adapterName,
      connect: async () => {
        const adapter = await made.connect();
        breaker.connectedTo(adapter);
        return new BrittleAdapter(adapter, breaker);
      },
      connectToShadowDb: () => made.connectToShadowDb(),
    };
    return factory;
  };
}

class BrittleAdapter implements SqlDriverAdapter {
  readonly provider;
  readonly adapterName;
  private readonly inner: SqlDriverAdapter;
  private readonly breaker: Breaker;

  constructor(inner: SqlDriverAdapter, breaker: Breaker) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
    this.inner = inner;
    this.breaker = breaker;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const run = () => this.inner.queryRaw(query);
    return isRead(query.sql) ? run() : this.breaker.committing([query.sql], run);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.breaker.committing([query.sql], () => this.inner.executeRaw(query));
  }

  executeScript(script: string): Promise<void> {
    return this.inner.executeScript(script);
  }

  async startTransaction(): Promise<Transaction> {
    return new BrittleTransaction(await this.inner.startTransaction(), this.breaker);
  }

  dispose(): Promise<void> {
    return this.inner.dispose();
  }
}

class BrittleTransaction implements Transaction {
  readonly provider;
  readonly adapterName;
  readonly options;
  private readonly inner: Transaction;
  private readonly breaker: Breaker;
  private readonly statements: string[] = [];

  constructor(inner: Transaction, breaker: Breaker) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
    this.options = inner.options;
    this.inner = inner;
    this.breaker = breaker;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.note(query.sql);
    return this.inner.queryRaw(query);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    this.note(query.sql);
    return this.inner.executeRaw(query);
  }

  commit(): Promise<void> {
    return this.statements.length === 0
      ? this.inner.commit()
      : this.breaker.committing(this.statements, () => this.inner.commit());
  }

  rollback(): Promise<void> {
    return this.inner.rollback();
  }

  async createSavepoint(name: string): Promise<void> {
    await this.inner.createSavepoint?.(name);
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.inner.rollbackToSavepoint?.(name);
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.inner.releaseSavepoint?.(name);
  }

  private note(sql: string): void {
    if (!isRead(sql)) {
      this.statements.push(sql);
    }
  }
}
