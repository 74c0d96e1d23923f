/** The floors of borrowers as the record has them now. What it does not hold yet (use of funds, changed contracts) counts as not told. */
import {
  type ClaimFacts,
  classify,
  type Floor,
  type ShownCheck,
  withShown,
} from "../../domain/classification/index.ts";
import { daysBetween, isoDate } from "../../domain/dates.ts";
import { exposure } from "../../domain/planning/index.ts";
import { type IsoDate, RISK_TIERS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";

/** Natural persons answer for these, so that they are judged loan by loan. */
const RETAIL = ["individual", "farm_household", "sole_trader"];
/** A written-off loan is still a claim that went bad. */
const CLAIMS = ["live", "written_off"];

export type DebtorRow = Awaited<ReturnType<typeof rowsOf>>[number];
type LoanRow = DebtorRow["loans"][number];

export interface Debtor {
  readonly row: DebtorRow;
  /** The unit's own date. */
  readonly today: IsoDate;
  readonly keeperId: string | undefined;
  /** By loan id. */
  readonly floors: ReadonlyMap<string, Floor>;
}

/** What somebody says was shown of loans, by loan id: it counts only where it is said. */
export type ShownByLoan = Readonly<Record<string, readonly ShownCheck[]>>;

export async function debtorsOf(
  ctx: Context,
  borrowerIds: readonly string[],
  shown: ShownByLoan = {},
): Promise<Debtor[]> {
  return (await rowsOf(ctx, borrowerIds)).map((row) => {
    const today = localDate(ctx.now, row.unit.timeZone);
    const claims = row.loans
      .filter(({ disbursedOn }) => disbursedOn <= today)
      .map((loan) => withShown(claimOf(ctx, loan, today), shown[loan.id] ?? [], ctx.policy.policy));
    const debtor = { asOf: today, retail: RETAIL.includes(row.customerType), claims };
    const keeperId = row.ownerships[0]?.personId;
    return { row, today, keeperId, floors: classify(debtor, ctx.policy.policy) };
  });
}

function claimOf(ctx: Context, loan: LoanRow, today: IsoDate): ClaimFacts {
  const drawn = { minor: loan.drawnMinor, currency: loan.currency };
  const { amount, unknownCurrencies } = exposure(ctx.policy.policy, [{ drawn }]);
  return {
    id: loan.id,
    balance: unknownCurrencies.length === 0 ? amount.minor : drawn.minor,
    daysPastDue: loan.pastDueSince === null ? 0 : Math.max(0, daysBetween(isoDate(loan.pastDueSince), today)),
    technicalOverdueApproved: false,
    refinanced: "none",
    misuse: false,
    restructuredCount: 0,
    currentTier: oneOf(RISK_TIERS, loan.tier),
  };
}

function rowsOf(ctx: Context, borrowerIds: readonly string[]) {
  return ctx.db.borrower.findMany({
    where: { id: { in: [...borrowerIds] } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      name: true,
      number: true,
      customerType: true,
      unitId: true,
      unit: { select: { timeZone: true } },
      ownerships: { where: { toAt: null }, select: { personId: true } },
      loans: {
        where: { state: { in: CLAIMS } },
        orderBy: { number: "asc" },
        select: {
          id: true,
          number: true,
          state: true,
          tier: true,
          currency: true,
          drawnMinor: true,
          disbursedOn: true,
          pastDueSince: true,
        },
      },
    },
  });
}
