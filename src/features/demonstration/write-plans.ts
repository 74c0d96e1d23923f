/** Plans of repayments of some of the demonstration's loans, so that each officer's morning has one that comes and one that was missed. */
import { addDays, addMonths } from "../../domain/dates.ts";
import type { LoanFacts } from "../../domain/loan.ts";
import type { IsoDate, Product } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import type { OwnedBorrower } from "./write-book.ts";

interface Plan {
  readonly product: Product;
  /** From the day of the demonstration to the instalment that it shows. */
  readonly days: number;
  readonly everyMonths: number;
  /** Unpaid on its own evening. */
  readonly isMissed: boolean;
}

const PLANS: readonly Plan[] = [
  { product: "fixed_asset", days: 5, everyMonths: 3, isMissed: false },
  { product: "personal_business", days: -1, everyMonths: 1, isMissed: true },
];
const INSTALMENTS = 4;
const SOURCE = "core_banking";
/** A year's interest, in ten thousandths of what is drawn. */
const YEARLY_RATE = 435n;

/** Of each officer the first loan of each product. */
export async function writePlans(
  db: Tx,
  book: readonly OwnedBorrower[],
  { newRowId, since, anchor }: { newRowId: () => string; since: Date; anchor: IsoDate },
): Promise<void> {
  const officers = [...new Set(book.map(({ ownerId }) => ownerId))];
  const rows = officers.flatMap((officer) =>
    PLANS.flatMap((plan) => {
      const loan = firstLoan(book, officer, plan.product);
      return loan === undefined ? [] : instalments(loan, plan, anchor);
    }),
  );
  await db.instalment.createMany({ data: rows.map((row) => ({ id: newRowId(), ...row, recordedAt: since })) });
}

function firstLoan(book: readonly OwnedBorrower[], officer: string, product: Product): LoanFacts | undefined {
  const loans = book.filter(({ ownerId }) => ownerId === officer).flatMap(({ facts }) => facts.loans);
  return loans.find((loan) => loan.product === product);
}

function instalments({ id: loanId, drawn }: LoanFacts, { days, everyMonths, isMissed }: Plan, anchor: IsoDate) {
  const yesterday = addDays(anchor, -1);
  return Array.from({ length: INSTALMENTS }, (_, at) => ({
    loanId,
    dueOn: addMonths(addDays(anchor, days), at * everyMonths),
    principalMinor: drawn.minor / 20n,
    interestMinor: (drawn.minor * YEARLY_RATE * BigInt(everyMonths)) / 120_000n,
    currency: drawn.currency,
    ...(isMissed && at === 0 ? { state: "unpaid", stateOn: yesterday } : { state: "planned" }),
    asOf: yesterday,
    source: SOURCE,
  }));
}
