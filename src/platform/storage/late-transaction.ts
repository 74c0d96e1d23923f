import type { SqlQuery, SqlResultSet, Transaction } from "@prisma/driver-adapter-utils";
import { isRead } from "./is-read.ts";
import { OneEnd } from "./one-end.ts";

/**
 * A transaction that Prisma opens by itself on SQLite. It holds no lock before its first write, because most of them never
 * write: they are reads of one tick, possibly asked inside somebody else's transaction, whose end they would wait for.
 */
export class LateTransaction implements Transaction {
  readonly provider = "sqlite";
  readonly adapterName = "afterloan-libsql";
  readonly options = { usePhantomQuery: true };
  private readonly begin: () => Promise<Transaction>;
  private readonly read: (query: SqlQuery) => Promise<SqlResultSet>;
  private readonly end = new OneEnd();
  private begun: Promise<Transaction> | undefined;

  constructor(begin: () => Promise<Transaction>, read: (query: SqlQuery) => Promise<SqlResultSet>) {
    this.begin = begin;
    this.read = read;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.end.refuseAfter();
    if (this.begun === undefined && isRead(query.sql)) return this.read(query);
    return (await this.writing()).queryRaw(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return (await this.writing()).executeRaw(query);
  }

  async commit(): Promise<void> {
    this.end.come();
    await (await this.begun)?.commit();
  }

  async rollback(): Promise<void> {
    this.end.come();
    // Where it could not even begin there is nothing to roll back.
    const begun = await this.begun?.catch(() => undefined);
    await begun?.rollback();
  }

  async createSavepoint(name: string): Promise<void> {
    await (await this.writing()).createSavepoint?.(name);
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await (await this.writing()).rollbackToSavepoint?.(name);
  }

  async releaseSavepoint(name: string): Promise<void> {
    await (await this.writing()).releaseSavepoint?.(name);
  }

  private async writing(): Promise<Transaction> {
    this.end.refuseAfter();
    this.begun ??= this.begin();
    return this.begun;
  }
}
