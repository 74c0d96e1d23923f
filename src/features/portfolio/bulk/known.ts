/** What the record already holds of a batch. */

import { z } from "zod";
import { VALUE_CNY } from "../../../domain/facts/kinds/of-collateral.ts";
import { addTo } from "../../../domain/lists-by-key.ts";
import { type BulkSql, bulkSelect } from "../../../platform/storage/index.ts";
import { BORROWER_FIELDS, COLLATERAL_FIELDS, LOAN_FIELDS } from "./tables.ts";

/** Integers come as numbers or bigints, according to their size and the driver. */
const cell = z
  .union([z.string(), z.number(), z.bigint(), z.boolean()])
  .nullable()
  .transform((value) => (value === null ? null : String(value)));
const text = z.string();
const loanHead = z.object({ id: text, number: text, borrowerId: text, factsHash: text, asOf: text });
const record = z.record(z.string(), cell);
const owner = z.object({ id: text, borrowerId: text, personId: text });
const signer = z.object({ id: text, borrowerId: text, name: text, title: text });
const guarantor = z.object({ loanId: text, name: text });

export type LoanHead = z.infer<typeof loanHead>;
export type KnownRecord = Readonly<Record<string, string | null>>;
export type KnownOwner = z.infer<typeof owner>;
export type KnownSigner = z.infer<typeof signer>;

/** By loan number. */
export async function knownLoans(sql: BulkSql, numbers: readonly string[]): Promise<Map<string, LoanHead>> {
  const columns = ["id", "number", "borrowerId", "factsHash", "asOf"];
  const rows = z.array(loanHead).parse(await bulkSelect(sql, { table: "Loan", columns, key: "number" }, numbers));
  return new Map(rows.map((row) => [row.number, row]));
}

/** Every fact of these loans, by loan id. */
export async function loanRecords(sql: BulkSql, ids: readonly string[]): Promise<Map<string, KnownRecord>> {
  return byColumn("id", await bulkSelect(sql, { table: "Loan", columns: ["id", ...LOAN_FIELDS], key: "id" }, ids));
}

/** Loans of these whose tier three hands approved: no file overrules it. */
export async function approvedTiers(sql: BulkSql, loanIds: readonly string[]): Promise<Set<string>> {
  const question = { table: "TierProposal", columns: ["loanId"], key: "loanId", where: `"state" = 'approved'` };
  const rows = z.array(z.object({ loanId: text })).parse(await bulkSelect(sql, question, loanIds));
  return new Set(rows.map(({ loanId }) => loanId));
}

/** By borrower number. */
export async function knownBorrowers(sql: BulkSql, numbers: readonly string[]): Promise<Map<string, KnownRecord>> {
  const columns = ["id", "number", ...BORROWER_FIELDS];
  return byColumn("number", await bulkSelect(sql, { table: "Borrower", columns, key: "number" }, numbers));
}

/** By borrower id. */
export async function knownOwners(sql: BulkSql, borrowerIds: readonly string[]): Promise<Map<string, KnownOwner>> {
  const columns = ["id", "borrowerId", "personId"];
  const question = { table: "Ownership", columns, key: "borrowerId", where: `"toAt" IS NULL` };
  const rows = z.array(owner).parse(await bulkSelect(sql, question, borrowerIds));
  return new Map(rows.map((row) => [row.borrowerId, row]));
}

export async function knownSigners(sql: BulkSql, borrowerIds: readonly string[]): Promise<Map<string, KnownSigner[]>> {
  const columns = ["id", "borrowerId", "name", "title"];
  const question = { table: "AuthorisedSigner", columns, key: "borrowerId", where: `"toAt" IS NULL` };
  const rows = z.array(signer).parse(await bulkSelect(sql, question, borrowerIds));
  const byBorrower = new Map<string, KnownSigner[]>();
  for (const row of rows) addTo(byBorrower, row.borrowerId, row);
  return byBorrower;
}

/** By `loanId`, a line feed and the collateral's number. */
export async function knownCollateral(sql: BulkSql, loanIds: readonly string[]): Promise<Map<string, KnownRecord>> {
  const columns = ["id", "loanId", "number", ...COLLATERAL_FIELDS];
  const rows = z.array(record).parse(await bulkSelect(sql, { table: "Collateral", columns, key: "loanId" }, loanIds));
  return new Map(rows.map((row) => [`${row.loanId}\n${row.number}`, row]));
}

/** The days of valuations that other systems told of these pieces, as `ID DAY`. */
export async function toldValuations(sql: BulkSql, pieceIds: readonly string[]): Promise<Set<string>> {
  const columns = ["subjectId", "asOf"];
  const where = `"subjectKind" = 'collateral' AND "key" = '${VALUE_CNY}'`;
  const rows = await bulkSelect(sql, { table: "Observation", columns, key: "subjectId", where }, pieceIds);
  const told = z.array(z.object({ subjectId: text, asOf: text })).parse(rows);
  return new Set(told.map(({ subjectId, asOf }) => `${subjectId} ${asOf}`));
}

/** Names by loan id. */
export async function knownGuarantors(sql: BulkSql, loanIds: readonly string[]): Promise<Map<string, string[]>> {
  const question = { table: "Guarantor", columns: ["loanId", "name"], key: "loanId" };
  const rows = z.array(guarantor).parse(await bulkSelect(sql, question, loanIds));
  const byLoan = new Map<string, string[]>();
  for (const { loanId, name } of rows) addTo(byLoan, loanId, name);
  return byLoan;
}

/** The borrowers whose loans a run brought or changed, oldest first. */
export async function borrowersOfRun({ raw }: BulkSql, runId: string): Promise<string[]> {
  const rows = await raw.query(
    `SELECT DISTINCT "borrowerId" AS "id" FROM "Loan" WHERE "lastRunId" = $1 ORDER BY "borrowerId"`,
    [runId],
  );
  return z
    .array(z.object({ id: text }))
    .parse(rows)
    .map(({ id }) => id);
}

function byColumn(column: string, rows: unknown[]): Map<string, KnownRecord> {
  return new Map(
    z
      .array(record)
      .parse(rows)
      .map((row) => [row[column] ?? "", row]),
  );
}
