/**
 * What a moved tier sets in motion, whoever moved it, people or a file: the customer is offered to the department that leads it now
 * (R113, R114), and the plan that the policy asks for is opened (R117, R118). Nothing is decided here.
 */
import { crossingOf } from "../../domain/classification/index.ts";
import { PURSUED_LOAN_STATES, RISK_TIERS, type RiskTier, type UnitLine } from "../../domain/vocabulary.ts";
import { worstTier } from "../../domain/zones/index.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { offerAcross } from "../handovers/index.ts";
import { askForPlan } from "../measures/index.ts";
import { planAgain } from "../planning/index.ts";
import { type ProposalRow, tierOf } from "./proposals.ts";

export interface Crossed {
  readonly to: UnitLine;
  /** To whom it was offered; nobody where the department has nobody. */
  readonly name: string | undefined;
}

/** A loan as it stood before it was moved. */
export interface LoanBefore {
  readonly tier: RiskTier;
  readonly state: string;
}

/** In the transaction of the approval, once the loan has its tier. Nobody's customer moves before the other accepts. */
export async function crossDepartments(tx: Context, row: ProposalRow): Promise<Crossed | undefined> {
  const borrowerId = row.loan.borrower.id;
  await planAgain(tx, borrowerId, "tier_approved");
  const before = { tier: tierOf(row.fromTier), state: row.loan.state };
  return tiersMoved(tx, borrowerId, new Map([[row.loanId, before]]));
}

/**
 * Call it once the loans stand as they do now, with those that moved as they stood before (nothing of a new one). As often as you like: who was offered
 * the customer already is not asked twice, and a plan that waits is the plan.
 */
export async function tiersMoved(
  tx: Context,
  borrowerId: string,
  before: ReadonlyMap<string, LoanBefore | undefined>,
): Promise<Crossed | undefined> {
  const rows = await tx.db.loan.findMany({ where: { borrowerId }, select: { id: true, tier: true, state: true } });
  const now = rows.map(({ id, tier, state }) => ({ id, tier: oneOf(RISK_TIERS, tier), state }));
  const loans = now.filter(isPursued);
  // Nothing is pursued any more: there is nothing to lead.
  if (loans.length === 0) return undefined;
  await askForPlan(tx, borrowerId);
  const earlier = now.flatMap((loan) => (before.has(loan.id) ? (before.get(loan.id) ?? []) : loan)).filter(isPursued);
  // Taken on as it stands, or taken up again: it was led by nobody before.
  if (earlier.length === 0) return undefined;
  const crossing = crossingOf(tx.policy.policy, worstTier(earlier), worstTier(loans));
  if (crossing === undefined) return undefined;
  const offered = await offerAcross(tx, { borrowerId, ...crossing });
  return offered === undefined ? undefined : { to: crossing.to, name: offered.taker?.name };
}

const PURSUED: readonly string[] = PURSUED_LOAN_STATES;
const isPursued = ({ state }: { readonly state: string }) => PURSUED.includes(state);
