/** A book of any size with the same work due on each of some days: inspections of the first officers, and signals whose ladder is due. */
import Database from "libsql";
import { addDays, isoDate } from "../../src/domain/dates.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { type Book, writeBook } from "../book.ts";

/** Working days of a week without holidays; long before the other inspections of the book are due. */
const FIRST = isoDate("2026-03-02");
const WEEK = 5;
/** With work due; the rest of a larger book has none. */
export const BUSY = 100;
export const DUE_EACH = 2;

export const workingDay = (run: number): IsoDate => addDays(FIRST, Math.floor(run / WEEK) * 7 + (run % WEEK));

export async function writeDueBook(url: string, officers: number, each: number, runs: number): Promise<Book> {
  const book = await writeBook(url, officers, each);
  const database = new Database(url.slice("file:".length));
  database.exec("PRAGMA foreign_keys = OFF; BEGIN;");
  database.exec(PEOPLE_ABOVE);
  for (let run = 0; run < runs; run += 1) database.exec(dueOn(workingDay(run), run));
  database.exec("COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
  database.close();
  return book;
}

/** In every branch a manager, at the head office the roles that a ladder ends with: nobody is missing, which would be told too. */
const PEOPLE_ABOVE = `
  INSERT INTO "Person" ("id", "name", "email", "unitId", "createdAt")
    SELECT 'm-' || "id", 'Manager of ' || "name", 'm-' || "id" || '@bank.example', "id", '2020-01-01T00:00:00.000+00:00' FROM "OrgUnit";
  INSERT INTO "SlackAccount" ("id", "teamId", "userId", "personId", "locale", "timeZone", "channelId", "matchedAt")
    SELECT 's' || "id", 'T0', 'M' || "unitId", "id", 'en-US', 'Asia/Shanghai', 'DM' || "unitId", '2020-01-01T00:00:00.000+00:00'
    FROM "Person" WHERE "id" LIKE 'm-%';
  INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
    SELECT 'g' || role || "id", "id", role, "unitId", '2020-01-01T00:00:00.000+00:00'
    FROM "Person" CROSS JOIN (SELECT 'unit_manager' AS role UNION ALL SELECT 'post_loan_officer' UNION ALL SELECT 'risk_manager'
      UNION ALL SELECT 'head_office_manager' UNION ALL SELECT 'overseer') WHERE "id" LIKE 'm-%';`;

const officersOf = `WITH RECURSIVE o(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM o WHERE n + 1 < ${BUSY})`;

function dueOn(day: IsoDate, run: number): string {
  const places = Array.from({ length: DUE_EACH }, (_, at) => run * DUE_EACH + at);
  const inspections = places.map(
    (place) =>
      `${officersOf} UPDATE "Inspection" SET "dueOn" = '${day}' WHERE "id" IN (SELECT 'i-' || n || '-${place}' FROM o);`,
  );
  return inspections.join("\n");
}

/** Those whose ladder is due on the day of a run, raised the day before: a watchdog of an earlier day must not know of them. */
export function raiseSignals(url: string, run: number): void {
  const day = workingDay(run);
  const raised = `'${addDays(day, -1)}T01:00:00.000+00:00'`;
  const database = new Database(url.slice("file:".length));
  database.exec(`
    ${officersOf} INSERT INTO "Signal" ("id", "number", "code", "borrowerId", "unitId", "subjectKind", "subjectId", "level", "path", "state",
      "policyVersionId", "raisedAt", "levelSince", "ladderAt")
    SELECT 's-${run}-' || n, 'S${run}-' || n, 'FIN-01', b."id", b."unitId", 'borrower', b."id", 'orange', 'full', 'raised', 'bench', ${raised},
      ${raised}, '${day}T01:30:00.000+00:00'
    FROM o JOIN "Borrower" b ON b."id" = 'b-' || n || '-${run}';`);
  database.close();
}
