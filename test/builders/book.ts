/** Rows of borrowers and loans, with everything said that a test does not care about. */
import type { Tx } from "../../src/platform/storage/index.ts";
import { aUnit } from "./people.ts";
import { LONG_AGO, nextNumber } from "./unique.ts";

export type BorrowerRow = NonNullable<Awaited<ReturnType<Tx["borrower"]["findFirst"]>>>;
export type LoanRow = NonNullable<Awaited<ReturnType<Tx["loan"]["findFirst"]>>>;

export interface BorrowerWishes extends Partial<BorrowerRow> {
  /** Who keeps the account; nobody when not said. */
  readonly ownerId?: string;
  readonly signers?: readonly { readonly name: string; readonly title: string }[];
}

/** A small company, taken on long ago and never visited. */
export async function aBorrower(db: Tx, wishes: BorrowerWishes = {}): Promise<BorrowerRow> {
  const number = nextNumber();
  const { ownerId, signers = [], unitId, ...values } = wishes;
  return db.borrower.create({
    data: {
      number: `C${String(number).padStart(6, "0")}`,
      name: `Company ${number}`,
      customerType: "mse",
      takeOnOn: "2000-01-01",
      createdAt: LONG_AGO,
      ...values,
      unitId: unitId ?? (await aUnit(db)).id,
      ownerships: { create: ownerId === undefined ? [] : [{ personId: ownerId, fromAt: LONG_AGO }] },
      signers: { create: signers.map((signer) => ({ ...signer, fromAt: LONG_AGO })) },
    },
  });
}

/** A live working-capital loan of one million yuan, fully drawn, normal; to a borrower of its own when not said. */
export async function aLoan(db: Tx, wishes: Partial<LoanRow> = {}): Promise<LoanRow> {
  const number = nextNumber();
  const { borrowerId, ...values } = wishes;
  return db.loan.create({
    data: {
      number: `L${String(number).padStart(8, "0")}`,
      product: "working_capital",
      state: "live",
      currency: "CNY",
      principalMinor: 100_000_000n,
      drawnMinor: 100_000_000n,
      disbursedOn: "2026-01-05",
      maturesOn: "2027-01-05",
      tier: "normal",
      asOf: "2026-01-05",
      recordedAt: LONG_AGO,
      factsHash: `built-${number}`,
      ...values,
      borrowerId: borrowerId ?? (await aBorrower(db)).id,
    },
  });
}
