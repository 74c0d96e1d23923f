import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import { refuseStrayWrite } from "./scope.ts";

/** Enough for the clicks of a bank; PostgreSQL's own default allows 100 for all processes together. */
const CONNECTIONS = 10;

/** Prisma's adapter; it only adds that a write past an open transaction is refused, as it is on SQLite. */
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
      if (!/^\s*SELECT\b/i.test(query.sql)) refuseStrayWrite();
      return adapter.queryRaw(query);
    },
    executeRaw: async (query: SqlQuery) => {
      refuseStrayWrite();
      return adapter.executeRaw(query);
    },
    executeScript: (script) => adapter.executeScript(script),
    startTransaction: async (isolation) => {
      refuseStrayWrite();
      return adapter.startTransaction(isolation);
    },
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}
