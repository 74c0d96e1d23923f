/** What a row of an extract says, as plain text that can be hashed and written: money is minor units in decimal text. */
import type { CollateralKind } from "../../domain/templates/item.ts";
import type { CustomerType, IsoDate, LoanState, Product, ProjectPhase, RiskTier } from "../../domain/vocabulary.ts";

/** The states that leave duties: a loan written off is still pursued. */
export const PURSUED = ["live", "written_off"] as const satisfies readonly LoanState[];

export interface BorrowerFacts {
  readonly number: string;
  readonly name: string;
  readonly customerType: CustomerType;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly industryCode: string | null;
  readonly lastInspectedOn: IsoDate | null;
}

export interface LoanFacts {
  readonly number: string;
  readonly product: Product;
  readonly phase: ProjectPhase | null;
  readonly state: LoanState;
  readonly currency: string;
  readonly principalMinor: string;
  readonly drawnMinor: string;
  readonly disbursedOn: IsoDate;
  readonly maturesOn: IsoDate | null;
  readonly tier: RiskTier;
  readonly purpose: string | null;
  readonly seasonKey: string | null;
  /** What the approval asked for, one condition a line. */
  readonly approvalConditions: string | null;
  /** The survey on site before lending was simplified. */
  readonly surveySimplified: "true" | "false" | null;
  readonly pastDueSince: IsoDate | null;
  /** Millionths in decimal text. Missing where the file has no such column: what was told stays. */
  readonly yearlyRatePpm?: string | null;
  readonly yearlyRateFrom?: IsoDate | null;
}

export interface SignerFacts {
  readonly name: string;
  readonly title: string;
}

export interface CollateralFacts {
  readonly number: string;
  readonly kind: CollateralKind;
  readonly description: string;
  readonly currency: string;
  readonly valueMinor: string;
  readonly valuedOn: IsoDate | null;
  readonly insuredTo: IsoDate | null;
}

/** The unit as the row names it: by code, or by a name that a code is made of. */
export interface UnitNamed {
  readonly code: string;
  readonly name: string;
}

/** Who keeps the account: a person by e-mail, or the next made-up officer of a group. */
export type OfficerNamed =
  | { readonly kind: "email"; readonly email: string }
  | { readonly kind: "group"; readonly group: string; readonly label: string };

export interface RowFacts {
  readonly line: number;
  readonly unit: UnitNamed;
  readonly officer: OfficerNamed | null;
  readonly borrower: BorrowerFacts;
  readonly signers: readonly SignerFacts[];
  readonly loan: LoanFacts;
  readonly collateral: readonly CollateralFacts[];
  readonly guarantors: readonly string[];
}
