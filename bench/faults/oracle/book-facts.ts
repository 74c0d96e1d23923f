/** What the book says: inspections, their keepers, reports and reviews. The queue of messages is not looked at. */
import { readRows } from "../database-file.ts";

export interface DueItem {
  readonly number: string;
  readonly borrower: string;
  readonly dueOn: string;
  readonly state: string;
  readonly keeper: { readonly userId: string; readonly name: string };
}

export interface StoredReport {
  readonly number: string;
  readonly revision: number;
  readonly decided: boolean;
  readonly byUserId: string;
}

export async function readItems(path: string): Promise<DueItem[]> {
  const rows = await readRows(
    path,
    `SELECT i."number", b."name", i."dueOn", i."state", a."userId", p."name" FROM "Inspection" i
       JOIN "Borrower" b ON b."id" = i."borrowerId" JOIN "Person" p ON p."id" = i."assigneeId"
       JOIN "SlackAccount" a ON a."personId" = p."id"`,
  );
  return rows.map(([number = "", borrower = "", dueOn = "", state = "", userId = "", name = ""]) => ({
    number,
    borrower,
    dueOn,
    state,
    keeper: { userId, name },
  }));
}

export async function readReports(path: string): Promise<StoredReport[]> {
  const rows = await readRows(
    path,
    `SELECT i."number", r."revision", v."id" IS NOT NULL, a."userId" FROM "Report" r
       JOIN "Inspection" i ON i."id" = r."inspectionId" JOIN "SlackAccount" a ON a."personId" = r."submittedById"
       LEFT JOIN "Review" v ON v."reportId" = r."id"`,
  );
  return rows.map(([number = "", revision, decided, byUserId = ""]) => ({
    number,
    revision: Number(revision),
    decided: Number(decided) === 1,
    byUserId,
  }));
}
