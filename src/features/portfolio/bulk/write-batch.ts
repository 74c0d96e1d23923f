/** One batch of an import, in the caller's transaction. Parents before children; the order is that of the keys. */
import { bulkIn, type Context } from "../../../platform/context.ts";
import { type BulkSql, bulkInsert, bulkUpdate } from "../../../platform/storage/index.ts";
import {
  BORROWER,
  BORROWER_UPDATE,
  type BorrowerRow,
  type BorrowerUpdate,
  COLLATERAL,
  COLLATERAL_UPDATE,
  type CollateralRow,
  type CollateralUpdate,
  END,
  type EndRow,
  FACT_CHANGE,
  type FactChangeRow,
  GRANT,
  type GrantRow,
  GUARANTOR,
  type GuarantorRow,
  LOAN,
  LOAN_UPDATE,
  type LoanRow,
  type LoanUpdate,
  OWNERSHIP,
  type OwnershipRow,
  PERSON,
  type PersonRow,
  REFUSAL,
  type RefusalRow,
  SIGNER,
  type SignerRow,
  UNIT,
  type UnitRow,
} from "./tables.ts";

/** Rows to write, gathered while a batch is planned. */
export interface BatchRows {
  readonly units: UnitRow[];
  readonly people: PersonRow[];
  readonly grants: GrantRow[];
  readonly borrowers: BorrowerRow[];
  readonly borrowerUpdates: BorrowerUpdate[];
  readonly ownershipEnds: EndRow[];
  readonly ownerships: OwnershipRow[];
  readonly signerEnds: EndRow[];
  readonly signers: SignerRow[];
  readonly loans: LoanRow[];
  readonly loanUpdates: LoanUpdate[];
  readonly collateral: CollateralRow[];
  readonly collateralUpdates: CollateralUpdate[];
  readonly guarantors: GuarantorRow[];
  readonly changes: FactChangeRow[];
  readonly refusals: RefusalRow[];
}

export function noRows(): BatchRows {
  return {
    units: [],
    people: [],
    grants: [],
    borrowers: [],
    borrowerUpdates: [],
    ownershipEnds: [],
    ownerships: [],
    signerEnds: [],
    signers: [],
    loans: [],
    loanUpdates: [],
    collateral: [],
    collateralUpdates: [],
    guarantors: [],
    changes: [],
    refusals: [],
  };
}

export async function writeRows(tx: Context, rows: BatchRows): Promise<void> {
  const sql = bulkIn(tx);
  await bulkInsert(sql, "OrgUnit", UNIT, rows.units);
  await bulkInsert(sql, "Person", PERSON, rows.people);
  await bulkInsert(sql, "RoleGrant", GRANT, rows.grants);
  await bulkInsert(sql, "Borrower", BORROWER, rows.borrowers);
  await bulkUpdate(sql, "Borrower", BORROWER_UPDATE, rows.borrowerUpdates);
  await bulkUpdate(sql, "Ownership", END, rows.ownershipEnds);
  await bulkInsert(sql, "Ownership", OWNERSHIP, rows.ownerships);
  await bulkUpdate(sql, "AuthorisedSigner", END, rows.signerEnds);
  await bulkInsert(sql, "AuthorisedSigner", SIGNER, rows.signers);
  await bulkInsert(sql, "Loan", LOAN, rows.loans);
  await bulkUpdate(sql, "Loan", LOAN_UPDATE, rows.loanUpdates, "version");
  await bulkInsert(sql, "Collateral", COLLATERAL, rows.collateral);
  await bulkUpdate(sql, "Collateral", COLLATERAL_UPDATE, rows.collateralUpdates);
  await bulkInsert(sql, "Guarantor", GUARANTOR, rows.guarantors);
  await bulkInsert(sql, "FactChange", FACT_CHANGE, rows.changes);
  await bulkInsert(sql, "ImportRefusal", REFUSAL, rows.refusals);
}

/** Reads beside any transaction: what a batch is compared with. */
export function readingSql(ctx: Context): BulkSql {
  return { kind: ctx.parts.database.kind, raw: ctx.parts.database.raw };
}

/**
 * After much is new: without it, SQLite reckons that hardly any loan is live and walks through all of them once a borrower.
 * A thousand entries of each index tell enough; all of them would hold the writer for seconds where the book is large.
 */
export async function learnSizes(ctx: Context): Promise<void> {
  const { kind, raw } = ctx.parts.database;
  for (const table of ["Borrower", "Loan", "Ownership"]) {
    if (kind === "sqlite") {
      await raw.query("PRAGMA analysis_limit = 1000");
    }
    await raw.execute(`ANALYZE "${table}"`);
  }
}
