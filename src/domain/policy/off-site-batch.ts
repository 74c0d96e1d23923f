/** Which off-site checks of current retail loans may be done as one (R70, R138, R139). */
import { z } from "zod";
import { REPORT_KINDS } from "../templates/report-kinds.ts";
import { CUSTOMER_TYPES, PRODUCTS, RISK_TIERS } from "../vocabulary.ts";
import { marks, positive } from "./marks.ts";

/** Facts of the record whose change a batch may watch for. */
export const WATCHED_FACTS = [
  "name",
  "identity_number",
  "phone",
  "address",
  "principal",
  "maturity",
  "purpose",
  "tier",
  "guarantors",
] as const;
export type WatchedFact = (typeof WATCHED_FACTS)[number];

export const offSiteBatchSchema = z.strictObject({
  kinds: z.array(z.enum(REPORT_KINDS)),
  customer_types: z.array(z.enum(CUSTOMER_TYPES)),
  /** Any other tier is checked singly. */
  tiers: z.array(z.enum(RISK_TIERS)),
  /** A customer whose drawn loans of the product are more, in whole units of the policy's currency, is checked singly. */
  products: z.partialRecord(z.enum(PRODUCTS), z.strictObject({ exposure_up_to: positive, ...marks })),
  /** Fewer are checked one by one. */
  at_least: z.int().min(2),
  /** What one conclusion may speak of; the rest makes another batch. */
  most: z.int().min(2).max(50),
  /** So many checks running at most; then the customer has one of their own. */
  in_a_row: positive,
  /** A customer of whom one of these facts changed since the last check is checked singly. */
  changed: z.array(z.enum(WATCHED_FACTS)),
  ...marks,
});
export type OffSiteBatchRules = z.infer<typeof offSiteBatchSchema>;
