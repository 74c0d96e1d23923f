/** Which exposures count as small, medium and large per product (handbook 2.3). Amounts are whole units of `currency`. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { PRODUCTS } from "../vocabulary.ts";
import { marks } from "./marks.ts";

const amount = z.int().min(1).max(1_000_000_000_000);
export const BAND_NAMES = ["small", "medium", "large"] as const;
export type BandName = (typeof BAND_NAMES)[number];

/** The last band is open. `below` excludes its amount, `up_to` includes it. */
const band = z.strictObject({ band: z.enum(BAND_NAMES), below: amount.optional(), up_to: amount.optional() });
const bands = z.strictObject({ bands: z.array(band).min(1).max(3), ...marks });

/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/u, breaks("not_a_currency"));

export const exposureBandsSchema = z.strictObject({
  currency,
  /** Units of `currency` for one unit of another, as decimal text: for choosing a band and for nothing else. */
  rates: z.record(currency, z.string().regex(/^\d{1,9}(\.\d{1,6})?$/u, breaks("not_a_rate"))).default({}),
  products: z.partialRecord(z.enum(PRODUCTS), bands),
});
export type Band = z.infer<typeof band>;

/** A band's upper edge in whole units, and whether the edge belongs to it; nothing for an open band. */
export function edgeOf(of: Band): { readonly amount: number; readonly inclusive: boolean } | undefined {
  if (of.below !== undefined) return { amount: of.below, inclusive: false };
  return of.up_to === undefined ? undefined : { amount: of.up_to, inclusive: true };
}
