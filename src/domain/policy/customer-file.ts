/** Which documents a customer's file holds (R135), by when, and from what they may come. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { CUSTOMER_TYPES, FILE_SECTIONS, FILED_BY, PRODUCTS } from "../vocabulary.ts";
import { marks, positive, sentences, slug } from "./marks.ts";

const document = z.strictObject({
  section: z.enum(FILE_SECTIONS),
  title: sentences,
  /** One of the customer, or one of each live loan or each piece of collateral of theirs. */
  of: z.enum(["customer", "loan", "collateral"]),
  /** Asked where a live loan is of one of these; missing: of all. */
  products: z.array(z.enum(PRODUCTS)).min(1).optional(),
  customer_types: z.array(z.enum(CUSTOMER_TYPES)).min(1).optional(),
  /** Asked only while a loan is overdue or non-performing. */
  troubled: z.literal(true).optional(),
  /** On file too where the desk itself holds one of these. */
  also: z.array(z.enum(FILED_BY)).min(1).optional(),
  /** On file too where an approved report has a file under one of these items. */
  evidence: z.array(slug).min(1).optional(),
  /** Months after the day that stands on it; it is asked for anew. */
  stale_after_months: positive.optional(),
  ...marks,
});

export const customerFileSchema = z.strictObject({
  /** Calendar days after a loan was paid out within which its documents, and the customer's, are on file. */
  due_within_days: positive,
  /** Of loans that were paid out before, what is missing is shown and not asked for. */
  asked_from: z.iso.date(breaks("not_a_date")),
  documents: z.record(slug, document),
  ...marks,
});
export type FileRule = z.infer<typeof document>;
