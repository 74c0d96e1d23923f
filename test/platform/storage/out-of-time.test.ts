/**
 * Prisma ends a transaction that takes too long without waiting for the statement in the air, and goes on with the rest of that
 * operation. Whatever comes after the end must not be stored by itself.
 */
import type { SqlDriverAdapter, SqlQuery, Transaction } from "@prisma/driver-adapter-utils";
import { expect, it } from "vitest";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { postgresAdapterFactory } from "../../../src/platform/storage/postgres-adapter.ts";
import { sqliteAdapterFactory } from "../../../src/platform/storage/sqlite-adapter.ts";
import { freshDatabase, freshUrl, testDatabaseKind } from "../../setup/database.ts";

const SQLITE = { lockedForMs: 2_500, queuedForMs: 8_000, durable: false, givesWay: () => false, held: () => undefined };
const OWN_END: readonly SqlQuery[] = testDatabaseKind === "postgres" ? [query("ROLLBACK")] : [];

function query(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

const insert = (key: string) => query(`INSERT INTO "Setting" ("key", "value") VALUES ('tx ${key}', '1')`);

async function connected(): Promise<SqlDriverAdapter> {
  const url = await freshUrl();
  return (testDatabaseKind === "sqlite" ? sqliteAdapterFactory(url, SQLITE) : postgresAdapterFactory(url)).connect();
}

/** As Prisma does it: on PostgreSQL it says ROLLBACK itself. */
async function rollBack(transaction: Transaction): Promise<void> {
  for (const own of OWN_END) await transaction.executeRaw(own);
  await transaction.rollback();
}

/** A chain of work that has had its few milliseconds of this turn: the next statement waits for the next one. */
function useUpTheTurn(): void {
  const until = performance.now() + 10;
  while (performance.now() < until);
}

const settingsIn = async (adapter: SqlDriverAdapter) =>
  (await adapter.queryRaw(query(`SELECT "key" FROM "Setting" WHERE "key" LIKE 'tx %'`))).rows.flat();

it("stores nothing of what was still to be said when it was rolled back", async () => {
  const adapter = await connected();
  const transaction = await adapter.startTransaction();
  await transaction.executeRaw(insert("in time"));
  useUpTheTurn();
  const inTheAir = transaction.executeRaw(insert("in the air")).catch((error: unknown) => error);
  await rollBack(transaction);
  await inTheAir;

  await expect(transaction.executeRaw(insert("the rest"))).rejects.toThrow();
  await expect(transaction.queryRaw(insert("answered"))).rejects.toThrow();
  expect(await settingsIn(adapter)).toEqual([]);
  await adapter.dispose();
});

it("stores nothing inside of the transaction that came after it", async () => {
  const adapter = await connected();
  const late = await adapter.startTransaction();
  await rollBack(late);
  const next = await adapter.startTransaction();
  await expect(late.executeRaw(insert("late"))).rejects.toThrow();
  await next.executeRaw(insert("next"));
  for (const own of OWN_END) await next.executeRaw({ ...own, sql: "COMMIT" });
  await next.commit();

  expect(await settingsIn(adapter)).toEqual(["tx next"]);
  await adapter.dispose();
});

it("keeps all or nothing where an operation of many statements outlasts the time", async () => {
  const { db } = await freshDatabase();
  const rows = (from: number) => Array.from({ length: 4000 }, (_, at) => ({ key: `row ${from + at}`, value: "1" }));

  const outlasting = db.$transaction(
    async (tx) => {
      for (let from = 0; ; from += 4000) await tx.setting.createMany({ data: rows(from) });
    },
    { timeout: 300 },
  );

  await expect(outlasting).rejects.toThrow();
  expect(await db.setting.count({ where: { key: { startsWith: "row" } } })).toBe(0);
});

it("gives work the time that it asked for", async () => {
  const { db, inTransaction } = await freshDatabase();
  const slowly = (key: string) => async (tx: Tx) => {
    await tx.setting.create({ data: { key, value: "1" } });
    await new Promise((resume) => setTimeout(resume, 400));
    await tx.setting.count();
  };

  await expect(inTransaction(slowly("hurried"), 100)).rejects.toThrow();
  await inTransaction(slowly("patient"), 60_000);

  expect(await db.setting.findUnique({ where: { key: "hurried" } })).toBeNull();
  expect(await db.setting.findUnique({ where: { key: "patient" } })).not.toBeNull();
});
