import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { isRead } from "./is-read.ts";
import { OneEnd } from "./one-end.ts";
import { isAskedFor, refuseStrayWrite } from "./scope.ts";

/** Enough for the clicks of a bank; PostgreSQL's own default allows 100 for all processes together. */
const CONNECTIONS = 10;

/** Prisma's adapter; it adds that a write past an open transaction, or after its end, is refused, as it is on SQLite. */
export function postgresAdapterFactory(url: string, connections = CONNECTIONS): SqlMigrationAwareDriverAdapterFactory {
  const pool = new PrismaPg({ connectionString: url, max: connections, connectionTimeoutMillis: 2_500 });
  return {
    provider: "postgres",
    adapterName: pool.adapterName,
    connect: async () => refusingStrayWrites(await pool.connect()),
    connectToShadowDb: () => pool.connectToShadowDb(),
  };
}

function refusingStrayWrites(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query: SqlQuery) => {
      if (!isRead(query.sql)) refuseStrayWrite();
      return adapter.queryRaw(query);
    },
    executeRaw: async (query: SqlQuery) => {
      refuseStrayWrite();
      return adapter.executeRaw(query);
    },
    executeScript: (script) => adapter.executeScript(script),
    startTransaction: async (isolation) => {
      const checkWrite = isAskedFor() ? () => undefined : refuseStrayWrite;
      return endingOnce(await adapter.startTransaction(isolation), checkWrite);
    },
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

/** Here Prisma says COMMIT and ROLLBACK itself before it gives the connection back. */
function endingOnce(transaction: Transaction, checkWrite: () => void): Transaction {
  const end = new OneEnd();
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: async (query) => {
      end.refuseAfter();
      if (!isRead(query.sql)) checkWrite();
      return transaction.queryRaw(query);
    },
    executeRaw: async (query) => {
      if (query.sql === "ROLLBACK") {
        end.come();
      } else {
        end.refuseAfter();
        if (query.sql === "COMMIT") end.come();
        else checkWrite();
      }
      return transaction.executeRaw(query);
    },
    commit: () => transaction.commit(),
    rollback: () => {
      end.come();
      return transaction.rollback();
    },
    createSavepoint: async (name) => transaction.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => transaction.rollbackToSavepoint?.(name),
    releaseSavepoint: async (name) => transaction.releaseSavepoint?.(name),
  };
}
