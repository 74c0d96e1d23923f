/** An invented book of any size, written in SQL: a million loans take seconds. */
import Database from "libsql";
import { migrate } from "../prisma/migrate.ts";
import { AMOUNTS, KEY_COLUMNS, ROLLED_COLUMNS, rolledSql, SUMMED } from "../src/features/totals/fold-sql.ts";

export interface Book {
  readonly url: string;
  readonly officers: number;
  /** Every officer keeps so many borrowers, with one loan and one planned inspection each; 0: only the people. */
  readonly each: number;
}

const OFFICERS_PER_BRANCH = 20;

/** As Slack names the officer: U0, U1 ... of the team T0. */
export const TEAM = "T0";
export const emailOf = (officer: number): string => `o${officer}@bank.example`;
export const unitCodeOf = (officer: number): string => `B${Math.floor(officer / OFFICERS_PER_BRANCH)}`;
export const userOf = (officer: number): string => `U${officer}`;
export const inspectionOf = (officer: number, place: number): string => `i-${officer}-${place}`;

/** Nobody is told anything: the reminders do not reach that far. */
const DUE_IN_DAYS = 60;
const LONG_AGO = "'2020-01-01T00:00:00.000+00:00'";

/** Fills a new SQLite file. `totals: "later"`: nothing is checked or counted beside the writes, until `countBook`. */
export async function writeBook(
  url: string,
  officers: number,
  each: number,
  { totals = "beside" }: { readonly totals?: "beside" | "later" } = {},
): Promise<Book> {
  await migrate(url);
  const database = new Database(url.slice("file:".length));
  if (totals === "later") dropTriggers(database);
  database.exec(`
    PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL;
    BEGIN;
    ${unitsAndPeople(officers)}
    ${each === 0 ? "" : portfolio(officers, each)}
    COMMIT;
    ANALYZE;
    PRAGMA wal_checkpoint(TRUNCATE);`);
  database.close();
  return { url, officers, each };
}

/** Guards and totals: a million rows that are known to be right need neither while they are written. */
function dropTriggers(database: Database.Database): void {
  const rows = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as { name: string }[];
  database.exec(rows.map(({ name }) => `DROP TRIGGER "${name}";`).join(" "));
}

/**
 * Lays guards and totals down again and counts what stands, as the next start of a desk does for a book that stood before there were
 * totals; then adds up at once what a desk adds in small steps between people's clicks.
 */
export async function countBook(url: string): Promise<void> {
  const database = new Database(url.slice("file:".length));
  database.exec(`DELETE FROM "Setting" WHERE "key" LIKE 'totals.counted%';`);
  await migrate(url);
  const [amounts, folded] = [
    AMOUNTS.map((name) => `"${name}"`).join(", "),
    `SELECT * FROM "TotalDelta" WHERE "foldId" = 'book'`,
  ];
  database.exec(`
    PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;
    BEGIN;
    UPDATE "TotalDelta" SET "foldId" = 'book' WHERE "foldId" IS NULL;
    INSERT INTO "Total" (${KEY_COLUMNS}, ${amounts}) SELECT ${KEY_COLUMNS}, ${SUMMED} FROM (${folded}) AS d GROUP BY ${KEY_COLUMNS};
    INSERT INTO "UnitTotal" (${ROLLED_COLUMNS}, ${amounts}) ${rolledSql(folded)};
    COMMIT;`);
  database.close();
}

function numbers(name: string, count: number): string {
  return `WITH RECURSIVE ${name}(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM ${name} WHERE n + 1 < ${count})`;
}

function unitsAndPeople(officers: number): string {
  const branches = Math.ceil(officers / OFFICERS_PER_BRANCH);
  return `
    INSERT INTO "OrgUnit" ("id", "code", "name", "parentId", "kind", "line", "timeZone", "calendarId", "language")
      VALUES ('h', 'H0', 'Head office', NULL, 'head_office', 'control', 'Asia/Shanghai', 'cn', 'en');
    ${numbers("b", branches)}
      INSERT INTO "OrgUnit" ("id", "code", "name", "parentId", "kind", "line", "timeZone", "calendarId", "language")
      SELECT 'u-' || n, 'B' || n, 'Branch ' || n, 'h', 'branch', 'business', 'Asia/Shanghai', 'cn', 'en' FROM b;
    ${numbers("o", officers)}
      INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
      SELECT 'p-' || n, 'Officer ' || n, 'o' || n || '@bank.example', 'u-' || (n / ${OFFICERS_PER_BRANCH}), ${LONG_AGO} FROM o;
    INSERT INTO "SlackAccount" ("id", "teamId", "userId", "personId", "locale", "timeZone", "channelId", "matchedAt")
      SELECT 's' || "id", '${TEAM}', 'U' || substr("id", 3), "id", 'en-US', 'Asia/Shanghai', 'D' || substr("id", 3), ${LONG_AGO}
      FROM "Person";
    INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
      SELECT 'g' || "id", "id", 'account_manager', "unitId", ${LONG_AGO} FROM "Person";`;
}

function portfolio(officers: number, each: number): string {
  const all = `${numbers("k", officers * each)}, x AS (SELECT n, n / ${each} AS o, n % ${each} AS i FROM k)`;
  return `
    ${all} INSERT INTO "Borrower" ("id", "number", "name", "customerType", "unitId", "takeOnOn", "createdAt")
      SELECT 'b-' || o || '-' || i, 'C' || n, 'Company ' || n, 'mse', 'u-' || (o / ${OFFICERS_PER_BRANCH}), '2020-01-01', ${LONG_AGO}
      FROM x;
    ${all} INSERT INTO "Ownership" ("id", "borrowerId", "personId", "fromAt")
      SELECT 'w-' || o || '-' || i, 'b-' || o || '-' || i, 'p-' || o, ${LONG_AGO} FROM x;
    ${all} INSERT INTO "Loan" ("id", "number", "borrowerId", "product", "state", "currency", "principalMinor", "drawnMinor",
      "disbursedOn", "maturesOn", "tier", "asOf", "recordedAt", "factsHash")
      SELECT 'l-' || o || '-' || i, 'L' || n, 'b-' || o || '-' || i, 'working_capital', 'live', 'CNY', 100000000, 80000000,
        '2024-01-05', '2034-01-05', 'normal', '2024-01-05', ${LONG_AGO}, 'bench' FROM x;
    ${all} INSERT INTO "Inspection" ("id", "number", "borrowerId", "unitId", "kind", "occasion", "mode", "dueOn", "policyLine",
      "policyVersionId", "because", "state", "assigneeId", "createdAt")
      SELECT 'i-' || o || '-' || i, 'I' || n, 'b-' || o || '-' || i, 'u-' || (o / ${OFFICERS_PER_BRANCH}), 'routine', 'interval',
        'on_site', date('now', '+${DUE_IN_DAYS} days'), 'bench', 'bench', '{}', 'planned', 'p-' || o, ${LONG_AGO} FROM x;`;
}
