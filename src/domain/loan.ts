/** What planning reads of a borrower and its loans: plain facts as of one date, as last told. */
import type {
  CustomerType,
  IsoDate,
  LoanState,
  Money,
  Product,
  ProjectPhase,
  RiskTier,
  SignalLevel,
} from "./vocabulary.ts";
import type { ZoneOverride } from "./zones/index.ts";

export interface LoanFacts {
  readonly id: string;
  readonly number: string;
  readonly borrowerId: string;
  readonly product: Product;
  readonly phase?: ProjectPhase | undefined;
  readonly state: LoanState;
  readonly disbursedOn: IsoDate;
  readonly maturesOn?: IsoDate | undefined;
  readonly principal: Money;
  /** The balance drawn now, in the same currency. */
  readonly drawn: Money;
  readonly tier: RiskTier;
  /** A key of the policy's seasons: crop and province. */
  readonly seasonKey?: string | undefined;
  readonly pastDueSince?: IsoDate | undefined;
}

export interface BorrowerFacts {
  readonly id: string;
  readonly number: string;
  readonly customerType: CustomerType;
  readonly loans: readonly LoanFacts[];
  /** Duties before this date are not created. */
  readonly takeOnOn: IsoDate;
  /** As the bank's file told it at take-on; whether it was on site is not known. */
  readonly lastInspectedOn?: IsoDate | undefined;
  /** From our own reports. */
  readonly lastVisitOn?: IsoDate | undefined;
  readonly lastOnSiteOn?: IsoDate | undefined;
  /** The last weekly track or contact note. */
  readonly lastNoteOn?: IsoDate | undefined;
  /** The worst level of its open signals. */
  readonly openSignalLevel?: SignalLevel | undefined;
  /** What people set in place of its computed zone, today. */
  readonly zoneOverride?: ZoneOverride | undefined;
}

/** Loans that still make duties: live ones, and written-off ones, which are still pursued. */
export function pursuedLoans(borrower: BorrowerFacts): LoanFacts[] {
  return borrower.loans.filter((loan) => loan.state === "live" || loan.state === "written_off");
}
