import type { DatabaseKind } from "./url.ts";

export type RawValue = string | number | bigint | boolean | Date | null;

/**
 * SQL by hand, for the two places that may write it: the inbound store and the import writer. Parameters are `$1`,
 * `$2` ... on both databases; quote identifiers with double quotes.
 */
export interface RawSql {
  /** The rows as the driver gives them: parse them with zod. Use it for `... RETURNING` too. */
  query(sql: string, values?: readonly RawValue[]): Promise<unknown[]>;
  /** Answers how many rows were touched. */
  execute(sql: string, values?: readonly RawValue[]): Promise<number>;
}

interface RawMethods {
  $queryRawUnsafe(sql: string, ...values: RawValue[]): Promise<unknown>;
  $executeRawUnsafe(sql: string, ...values: RawValue[]): Promise<number>;
}

export function rawSql(client: RawMethods, kind: DatabaseKind): RawSql {
  return {
    query: async (sql, values = []) => {
      const rows = await client.$queryRawUnsafe(placeholders(sql, kind), ...values);
      return Array.isArray(rows) ? rows : [];
    },
    execute: (sql, values = []) => client.$executeRawUnsafe(placeholders(sql, kind), ...values),
  };
}

/** SQLite numbers `?1`; to it `$1` is a name. */
function placeholders(sql: string, kind: DatabaseKind): string {
  return kind === "sqlite" ? sql.replaceAll(/\$(\d+)/g, "?$1") : sql;
}
