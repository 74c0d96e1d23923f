/** What an approved tier sets in motion: the customer's inspections are planned again, and it is offered to the department that leads it now. */
import { crossingOf } from "../../domain/classification/index.ts";
import type { UnitLine } from "../../domain/vocabulary.ts";
import { worstTier } from "../../domain/zones/index.ts";
import type { Context } from "../../platform/context.ts";
import { offerAcross } from "../handovers/index.ts";
import { planAgain } from "../planning/index.ts";
import { type ProposalRow, tierOf } from "./proposals.ts";

export interface Crossed {
  readonly to: UnitLine;
  /** To whom it was offered; nobody where the department has nobody. */
  readonly name: string | undefined;
}

/** In the transaction of the approval, once the loan has its tier. Nobody's customer moves before the other accepts (R113, R114). */
export async function crossDepartments(tx: Context, row: ProposalRow): Promise<Crossed | undefined> {
  const borrowerId = row.loan.borrower.id;
  const rows = await tx.db.loan.findMany({
    where: { borrowerId, state: { in: ["live", "written_off"] } },
    select: { id: true, tier: true, state: true },
  });
  const loans = rows.map((loan) => ({ ...loan, tier: tierOf(loan.tier) }));
  const before = loans.map((loan) => (loan.id === row.loanId ? { ...loan, tier: tierOf(row.fromTier) } : loan));
  await planAgain(tx, borrowerId, "tier_approved");
  const crossing = crossingOf(tx.policy.policy, worstTier(before), worstTier(loans));
  if (crossing === undefined) return undefined;
  const offered = await offerAcross(tx, { borrowerId, ...crossing });
  return offered === undefined ? undefined : { to: crossing.to, name: offered.taker?.name };
}
