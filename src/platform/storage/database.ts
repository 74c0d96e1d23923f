/** One door to the record, whichever database holds it. */
import type { PrismaClient } from "../../../generated/sqlite/client.ts";
import { type ClaimedRow, type ClaimRequest, claimDue } from "./claim.ts";
import { isUniqueConflict, isWriteConflict } from "./conflicts.ts";
import { postgresAdapterFactory } from "./postgres-adapter.ts";
import { type RawSql, rawSql } from "./raw.ts";
import {
  aheadOfAll,
  inBackground,
  insideTransaction,
  isInBackground,
  openingTransaction,
  refuseStrayWrite,
} from "./scope.ts";
import { type SqliteDriver, type SqliteOptions, sqliteAdapterFactory } from "./sqlite-adapter.ts";
import { type DatabaseKind, databaseKind } from "./url.ts";

/** The typed client. Both databases share the SQLite client's types; see `postgresClient`. */
export type Db = PrismaClient;
/** What reads and writes take: the client, or the transaction in which they belong. */
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];
export type OutboxRow = NonNullable<Awaited<ReturnType<Db["outboxMessage"]["findFirst"]>>>;

export interface Database {
  readonly kind: DatabaseKind;
  readonly db: Db;
  /** SQL by hand, outside a transaction. */
  readonly raw: RawSql;
  /** SQL by hand inside the caller's transaction. */
  rawIn(tx: Tx): RawSql;
  /**
   * All of the work, or none of it. Runs it again, at most three times in all, where PostgreSQL says that two
   * transactions met, or stored the same key: so it must do nothing but read and write through `tx`. Does not nest.
   * What takes longer than `limitMs` (10 seconds) is rolled back and fails.
   */
  inTransaction<T>(work: (tx: Tx) => Promise<T>, limitMs?: number): Promise<T>;
  /** Writes inside let the writes of people who wait go first. For imports, sweeps and other jobs. */
  inBackground<T>(work: () => Promise<T>): Promise<T>;
  /** Writes inside go before all others: Slack waits for them, and shows a warning after three seconds. */
  aheadOfAll<T>(work: () => Promise<T>): Promise<T>;
  /** The longest that one background write has held others up: of SQLite the file, of PostgreSQL its own rows. In ms. */
  longestBackgroundWrite(): number;
  claim(request: ClaimRequest): Promise<ClaimedRow[]>;
  close(): Promise<void>;
}

export interface DatabaseOptions extends Partial<Omit<SqliteOptions, "held">> {
  /** `file:PATH` or `postgresql://...` */
  readonly url: string;
  /** Default: our serial adapter on libsql. */
  readonly sqlite?: SqliteDriver;
}

const SQLITE_DEFAULTS = { lockedForMs: 2_500, queuedForMs: 8_000, durable: true, givesWay: () => false };
const LIMIT_MS = 10_000;
/** Prisma's own words on a failed query repeat what was to be stored; minimal ones do not. */
const CLIENT = { transactionOptions: { maxWait: 12_000, timeout: LIMIT_MS }, errorFormat: "minimal" } as const;
const TRIES = 3;

/** Opens the database as it is; `migrate` of prisma/migrate.ts makes it what the code expects. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const kind = databaseKind(options.url);
  let longest = 0;
  const held = (ms: number) => {
    longest = Math.max(longest, ms);
  };
  const db = kind === "sqlite" ? await sqliteClient(options, held) : await postgresClient(options.url);
  const transact = <T>(work: (tx: Tx) => Promise<T>, limitMs = LIMIT_MS) =>
    inTransaction(db, kind === "sqlite" ? work : timed(work, held), limitMs);
  return {
    kind,
    db,
    raw: rawSql(db, kind),
    rawIn: (tx) => rawSql(tx, kind),
    inTransaction: transact,
    inBackground,
    aheadOfAll,
    longestBackgroundWrite: () => longest,
    claim: (request) => claimDue(db, kind, transact, request),
    close: () => db.$disconnect(),
  };
}

async function sqliteClient(options: DatabaseOptions, held: SqliteOptions["held"]): Promise<Db> {
  const { PrismaClient } = await import("../../../generated/sqlite/client.ts");
  const { url, sqlite = sqliteAdapterFactory, ...wishes } = options;
  const adapter = sqlite(url, { ...SQLITE_DEFAULTS, ...wishes, held });
  return new PrismaClient({ adapter, ...CLIENT });
}

/**
 * The two generated clients differ only in types that this program does not use (case-insensitive filters): one
 * models file makes both, and test/platform/storage runs the same tests on both. Hence the one cast.
 */
async function postgresClient(url: string): Promise<Db> {
  const { PrismaClient } = await import("../../../generated/postgres/client.ts");
  const client = new PrismaClient({ adapter: postgresAdapterFactory(url), ...CLIENT });
  return client as unknown as Db;
}

/** Until the work is done; the commit comes after. */
function timed<T>(work: (tx: Tx) => Promise<T>, held: (ms: number) => void): (tx: Tx) => Promise<T> {
  return async (tx) => {
    const since = performance.now();
    const done = await work(tx);
    if (isInBackground()) {
      held(performance.now() - since);
    }
    return done;
  };
}

async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>, timeout: number): Promise<T> {
  refuseStrayWrite();
  for (let tried = 1; ; tried += 1) {
    try {
      return await openingTransaction(() => db.$transaction((tx) => insideTransaction(() => work(tx)), { timeout }));
    } catch (error) {
      if (tried === TRIES || !(isWriteConflict(error) || isUniqueConflict(error))) throw error;
      await new Promise((resume) => setTimeout(resume, 10 * tried + Math.random() * 20));
    }
  }
}
