/** What of the register somebody asks for. Everything that is not said is not narrowed. */
import { z } from "zod";
import { isIsoDate } from "../dates.ts";
import { CUSTOMER_TYPES, type IsoDate, PRODUCTS, RISK_TIERS } from "../vocabulary.ts";
import { LEDGER_CATEGORIES } from "./events.ts";

/** Built by our own readers of words and forms, so nobody is told that it is none. */
const date = z.custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value)).optional();

export const ledgerFilters = z.object({
  category: z.enum(LEDGER_CATEGORIES).optional(),
  /** With everything below it. */
  unitId: z.string().optional(),
  /** Of the inspection or the loan; of the customer where all its live loans are of one. */
  product: z.enum(PRODUCTS).optional(),
  /** The weakest of the customer's live loans, as it is now. */
  tier: z.enum(RISK_TIERS).optional(),
  /** R115: registers by kind of customer. */
  customerType: z.enum(CUSTOMER_TYPES).optional(),
  /** Business dates of the unit; both belong to it. */
  from: date,
  to: date,
});
export type LedgerFilters = z.infer<typeof ledgerFilters>;

export const LEDGER_FORMATS = ["xlsx", "csv"] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

export const LEDGER_EXPORT_STATES = ["waiting", "running", "done", "cancelled", "failed"] as const;
/** The last three are ends. */
export type LedgerExportState = (typeof LEDGER_EXPORT_STATES)[number];
