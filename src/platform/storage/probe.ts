/** Whether a database is there, lets us in and takes a write: for whoever looks what is wrong. Nothing stays written. */
import { existsSync } from "node:fs";
import { newId } from "../ids.ts";
import { type Database, openDatabase } from "./database.ts";
import { databaseKind, sqlitePath } from "./url.ts";

export type DatabaseFault =
  | "not_reachable"
  | "refused_login"
  | "no_such_database"
  | "locked"
  | "not_a_database"
  | "not_writable"
  | "other";

export type ProbedDatabase =
  | { readonly kind: "open"; readonly database: Database; readonly fault: DatabaseFault | undefined }
  /** SQLite: the file is made at the first start. */
  | { readonly kind: "absent"; readonly path: string }
  | { readonly kind: "closed"; readonly fault: DatabaseFault };

const SIGNS: readonly (readonly [DatabaseFault, RegExp])[] = [
  ["refused_login", /AuthenticationFailed|password authentication|no pg_hba\.conf entry/],
  ["no_such_database", /DatabaseDoesNotExist|database "[^"]*" does not exist/],
  ["not_reachable", /DatabaseNotReachable|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|Can't reach database/],
  ["not_a_database", /NOTADB|not a database/],
  ["not_writable", /READONLY|readonly|read-only|CANTOPEN|unable to open|EACCES|permission denied/],
  ["locked", /SQLITE_BUSY|database is locked|StorageBusy|SocketTimeout|locked/],
];
const LOCKED_FOR_MS = 1_500;

class TakenBack extends Error {}

/** Migrates nothing. The caller closes what is open. */
export async function probeDatabase(url: string): Promise<ProbedDatabase> {
  if (databaseKind(url) === "sqlite" && !existsSync(sqlitePath(url))) {
    return { kind: "absent", path: sqlitePath(url) };
  }
  const database = await openDatabase({ url, lockedForMs: LOCKED_FOR_MS, queuedForMs: LOCKED_FOR_MS });
  const unread = await faultOf(() => database.raw.query("SELECT 1"));
  if (unread !== undefined) {
    await database.close();
    return { kind: "closed", fault: unread };
  }
  return { kind: "open", database, fault: await writeFault(database) };
}

/** Writes a row and takes it back. A database without tables has none to write to, which is not its fault. */
async function writeFault(database: Database): Promise<DatabaseFault | undefined> {
  const key = `probe.${newId()}`;
  const fault = await faultOf(() =>
    database.inTransaction(async (tx) => {
      await tx.setting.create({ data: { key, value: "" } });
      throw new TakenBack();
    }),
  );
  return fault === "other" ? undefined : fault;
}

async function faultOf(work: () => Promise<unknown>): Promise<DatabaseFault | undefined> {
  try {
    await work();
    return undefined;
  } catch (failure) {
    return failure instanceof TakenBack ? undefined : classOf(failure);
  }
}

function classOf(failure: unknown): DatabaseFault {
  const words = wordsOf(failure);
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? "other";
}

/** Only looked at, never shown: it may repeat the address with its password. */
function wordsOf(failure: unknown): string {
  const own = failure instanceof Error ? `${failure.name} ${failure.message}` : String(failure);
  const cause = failure instanceof Error && failure.cause !== undefined ? wordsOf(failure.cause) : "";
  return `${own} ${cause}`;
}
