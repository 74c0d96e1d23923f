/** The tables that an import writes, with the columns it fills. */
import type { BulkRow } from "../../../platform/storage/index.ts";

export const UNIT = {
  id: "text",
  code: "text",
  name: "text",
  parentId: "text",
  kind: "text",
  line: "text",
  timeZone: "text",
  calendarId: "text",
  language: "text",
} as const;
export type UnitRow = BulkRow<typeof UNIT>;

export const PERSON = { id: "text", name: "text", email: "text", unitId: "text", createdAt: "moment" } as const;
export type PersonRow = BulkRow<typeof PERSON>;

export const GRANT = { id: "text", personId: "text", role: "text", unitId: "text", fromAt: "moment" } as const;
export type GrantRow = BulkRow<typeof GRANT>;

const BORROWER_TOLD = {
  name: "text",
  customerType: "text",
  unitId: "text",
  identityNumber: "text",
  phone: "text",
  address: "text",
  industryCode: "text",
  lastInspectedOn: "text",
} as const;
export type BorrowerTold = BulkRow<typeof BORROWER_TOLD>;
export const BORROWER = {
  id: "text",
  number: "text",
  ...BORROWER_TOLD,
  takeOnOn: "text",
  createdAt: "moment",
} as const;
export type BorrowerRow = BulkRow<typeof BORROWER>;
export const BORROWER_UPDATE = { id: "text", ...BORROWER_TOLD } as const;
export type BorrowerUpdate = BulkRow<typeof BORROWER_UPDATE>;

export const OWNERSHIP = { id: "text", borrowerId: "text", personId: "text", fromAt: "moment" } as const;
export type OwnershipRow = BulkRow<typeof OWNERSHIP>;

export const SIGNER = { id: "text", borrowerId: "text", name: "text", title: "text", fromAt: "moment" } as const;
export type SignerRow = BulkRow<typeof SIGNER>;

/** Ends ownerships and signers. */
export const END = { id: "text", toAt: "moment" } as const;
export type EndRow = BulkRow<typeof END>;

const LOAN_TOLD = {
  product: "text",
  phase: "text",
  state: "text",
  currency: "text",
  principalMinor: "bigint",
  drawnMinor: "bigint",
  disbursedOn: "text",
  maturesOn: "text",
  tier: "text",
  purpose: "text",
  seasonKey: "text",
  approvalConditions: "text",
  surveySimplified: "boolean",
  pastDueSince: "text",
  yearlyRatePpm: "integer",
  yearlyRateFrom: "text",
} as const;
export type LoanTold = BulkRow<typeof LOAN_TOLD>;
const LOAN_READING = { asOf: "text", recordedAt: "moment", factsHash: "text", lastRunId: "text" } as const;
export const LOAN = { id: "text", number: "text", borrowerId: "text", ...LOAN_TOLD, ...LOAN_READING } as const;
export type LoanRow = BulkRow<typeof LOAN>;
export const LOAN_UPDATE = { id: "text", ...LOAN_TOLD, ...LOAN_READING } as const;
export type LoanUpdate = BulkRow<typeof LOAN_UPDATE>;

const COLLATERAL_TOLD = {
  kind: "text",
  description: "text",
  currency: "text",
  valueMinor: "bigint",
  valuedOn: "text",
  insuredTo: "text",
} as const;
export type CollateralTold = BulkRow<typeof COLLATERAL_TOLD>;
const COLLATERAL_READING = { asOf: "text", recordedAt: "moment" } as const;
export const COLLATERAL = {
  id: "text",
  loanId: "text",
  number: "text",
  ...COLLATERAL_TOLD,
  ...COLLATERAL_READING,
} as const;
export type CollateralRow = BulkRow<typeof COLLATERAL>;
export const COLLATERAL_UPDATE = { id: "text", ...COLLATERAL_TOLD, ...COLLATERAL_READING } as const;
export type CollateralUpdate = BulkRow<typeof COLLATERAL_UPDATE>;

export const GUARANTOR = { id: "text", loanId: "text", name: "text", asOf: "text", recordedAt: "moment" } as const;
export type GuarantorRow = BulkRow<typeof GUARANTOR>;

export const FACT_CHANGE = {
  id: "text",
  subjectKind: "text",
  subjectId: "text",
  field: "text",
  before: "text",
  after: "text",
  asOf: "text",
  recordedAt: "moment",
  source: "text",
  runId: "text",
  unitId: "text",
  product: "text",
  movedOn: "text",
} as const;
export type FactChangeRow = BulkRow<typeof FACT_CHANGE>;

export const REFUSAL = { runId: "text", line: "integer", column: "text", value: "text", reason: "text" } as const;
export type RefusalRow = BulkRow<typeof REFUSAL>;

export const BORROWER_FIELDS = Object.keys(BORROWER_TOLD);
export const LOAN_FIELDS = Object.keys(LOAN_TOLD);
export const COLLATERAL_FIELDS = Object.keys(COLLATERAL_TOLD);
