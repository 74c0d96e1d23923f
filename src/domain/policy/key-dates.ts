/** When the desk reminds of what lapses or falls due of a customer (R59, R60), and what a lapse binds (R61). */
import { z } from "zod";
import { count, marks, percent, positive } from "./marks.ts";

/** Calendar days before the day; 0 is the day itself. A kind that is not named is not reminded of. */
const ahead = { before_days: z.array(count).min(1), ...marks };

export const keyDatesSchema = z.strictObject({
  /** A lapsed rating is estimated to bind so much more capital, in percent of what the customer has drawn. */
  rating: z.strictObject({ ...ahead, more_capital_percent: percent }).optional(),
  /** A term up to so many months is short; the days themselves are those of `repayment_notice`. */
  repayment: z.strictObject({ short_up_to_months: positive, ...marks }).optional(),
  insurance: z.strictObject(ahead).optional(),
  valuation: z.strictObject({ ...ahead, valid_months: positive }).optional(),
  permit: z.strictObject(ahead).optional(),
  covenant: z.strictObject(ahead).optional(),
  approval_condition: z.strictObject(ahead).optional(),
  /** Of a zone that people set (`zones.override`): the computed one counts from the day after. */
  zone_override: z.strictObject(ahead).optional(),
  /** Of a customer's file (`documents.customer_file`): what is missing or grows stale. */
  document: z.strictObject(ahead).optional(),
});
