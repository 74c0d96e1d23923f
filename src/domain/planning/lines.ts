import { type BorrowerFacts, type LoanFacts, pursuedLoans } from "../loan.ts";
import type { Policy } from "../policy/schema.ts";
import { worstTier, zoneInForce, zoneOf } from "../zones/index.ts";
import { exposure } from "./exposure.ts";
import { type MatrixLine, matrixRow } from "./matrix.ts";

/** The lines of the matrix in which a borrower's pursued loans stand, one per loan. */
export function linesOf(policy: Policy, borrower: BorrowerFacts): MatrixLine[] {
  const loans = pursuedLoans(borrower);
  const total = exposure(policy, loans);
  const { openSignalLevel, zoneOverride } = borrower;
  const computed = zoneOf(policy, { tier: worstTier(loans), openSignalLevel }).zone;
  const moved = { computed, inForce: zoneInForce(computed, zoneOverride) };
  return loans.flatMap((loan) => matrixRow(policy, loan, total, openSignalLevel, moved) ?? []);
}

/** Pursued loans for which the policy has no rows: nothing is planned for them, so somebody must be told. */
export function loansWithoutLine(policy: Policy, borrower: BorrowerFacts): LoanFacts[] {
  const planned = new Set(linesOf(policy, borrower).map((line) => line.loan.id));
  return pursuedLoans(borrower).filter((loan) => !planned.has(loan.id));
}
