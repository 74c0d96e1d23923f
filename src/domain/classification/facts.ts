/** What the floors are computed from: plain facts of one debtor as of one day. */
import type { IsoDate, RiskTier } from "../vocabulary.ts";

/** `exempt`: a bond, or a small business's renewal that the rule leaves out. */
export const REFINANCINGS = ["none", "exempt", "yes"] as const;
export type Refinancing = (typeof REFINANCINGS)[number];

export interface ClaimFacts {
  readonly id: string;
  /** In the unit of all amounts of this debtor. */
  readonly balance: bigint;
  /** Calendar days since the oldest unpaid principal or interest fell due; 0: nothing is due. */
  readonly daysPastDue: number;
  /** A reason code was given for a short overdue, and a reviewer agreed. */
  readonly technicalOverdueApproved: boolean;
  readonly refinanced: Refinancing;
  /** The use of the money was changed without consent. */
  readonly misuse: boolean;
  /** The first repayment date agreed after the last change of the contract for a debtor in difficulty. */
  readonly restructuredOn?: IsoDate | undefined;
  /** How many such changes, the last among them, lie within its observation period or began it. */
  readonly restructuredCount: number;
  readonly currentTier: RiskTier;
  /** Repayment periods in a row, and whole months, paid in full and on time since all arrears were paid. */
  readonly cleanPeriods?: number | undefined;
  readonly cleanMonths?: number | undefined;
  readonly costsPaid?: boolean | undefined;
  /** Somebody judged that the debtor can go on paying. */
  readonly abilityConfirmed?: boolean | undefined;
}

export interface DebtorFacts {
  readonly asOf: IsoDate;
  /** Retail claims are judged one by one. */
  readonly retail: boolean;
  /** Its debts at all banks, and those of them that are more than 90 days overdue; nothing where nobody has told. */
  readonly allBanks?: { readonly debt: bigint; readonly over90: bigint } | undefined;
  readonly claims: readonly ClaimFacts[];
}
