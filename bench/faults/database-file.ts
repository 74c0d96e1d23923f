/** The desk's file, seen and held from another process. */
import { PrismaLibSql } from "@prisma/adapter-libsql";

const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

/** Rows as texts. */
export async function readRows(path: string, sql: string): Promise<string[][]> {
  const connection = await new PrismaLibSql({ url: `file:${path}` }).connect();
  try {
    const { rows } = await connection.queryRaw(statement(sql));
    return rows.map((row) => row.map((value) => (value === null ? "" : String(value))));
  } finally {
    await connection.dispose();
  }
}

/** Holds the file's write lock; the answer lets it go. */
export async function holdLock(path: string): Promise<() => Promise<void>> {
  const connection = await new PrismaLibSql({ url: `file:${path}` }).connect();
  await connection.executeScript("PRAGMA busy_timeout = 2000");
  await connection.executeRaw(statement("BEGIN IMMEDIATE"));
  return async () => {
    await connection.executeRaw(statement("COMMIT"));
    await connection.dispose();
  };
}
