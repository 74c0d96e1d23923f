/** A whole SQLite file as of one moment, while others read and write. */
import type { Database } from "./database.ts";

/** `to` must not exist. Throws what SQLite says, such as a full disk. */
export async function copySqlite(database: Database, to: string): Promise<void> {
  await database.raw.execute("VACUUM INTO $1", [to]);
}
