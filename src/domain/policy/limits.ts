/** What one borrower, a product or a region may owe at the most, set from above (R43, R33). */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { CUSTOMER_TYPES, PRODUCTS } from "../vocabulary.ts";
import { marks, percent, positive, sentences, slug } from "./marks.ts";

const borrowerLimit = z
  .strictObject({
    title: sentences,
    /** Only loans of these products count; without it all do. */
    products: z.array(z.enum(PRODUCTS)).min(1).optional(),
    customer_types: z.array(z.enum(CUSTOMER_TYPES)).min(1).optional(),
    /** Whole units of the policy's currency. */
    most: positive.optional(),
    most_percent_of_net_assets: percent.optional(),
    ...marks,
  })
  .refine(
    ({ most, most_percent_of_net_assets: share }) => (most === undefined) !== (share === undefined),
    breaks("exactly_one_of", { names: "most, most_percent_of_net_assets" }),
  );

const quota = z.strictObject({
  title: sentences,
  /** A unit's code: it and everything below it. Without it the whole lender. */
  unit: z.string().min(1).optional(),
  products: z.array(z.enum(PRODUCTS)).min(1).optional(),
  most: positive,
  ...marks,
});

export const limitsSchema = z.strictObject({
  /** The lender's own, of last year, in whole units of the policy's currency. Shares of it hold nothing back until it is named. */
  net_assets: positive.optional(),
  borrower: z.record(slug, borrowerLimit),
  quotas: z.record(slug, quota),
});
export type LimitRules = z.infer<typeof limitsSchema>;
