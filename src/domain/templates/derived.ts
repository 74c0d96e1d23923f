/** A figure that is computed of other answers and facts, and never typed; as the policy file writes it. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { decimalText, itemKey } from "./condition.ts";

/** Facts of the record that a formula or a known answer may name. Amounts are in the policy's currency, as decimal text. */
export const RECORD_FACTS = [
  "drawn_cny",
  "limit_cny",
  "secured_cny",
  "collateral_value_cny",
  "valued_on",
  "insured_until",
  "days_past_due",
  "times_past_due_12m",
  "repaid_cny",
] as const;
/**
 * `drawn_cny`, `limit_cny`: of the loan, or of all loans of the borrower. `secured_cny`: drawn of the loans that a piece of
 * collateral secures. `collateral_value_cny`: of the piece, or of all pieces of the loan. `valued_on`,
 * `insured_until`: of the piece. Of the loan, in a batch only: `days_past_due` today; `times_past_due_12m`, how often it was told as
 * overdue in the last twelve months, where the record reaches so far back; `repaid_cny` since the last check.
 */
export type RecordFact = (typeof RECORD_FACTS)[number];

const names = z.array(itemKey).min(1);

/**
 * factor × (sum − less − the last report's less_last) ÷ over, or ÷ the last report's over_last. Names are items of the same subject or facts of the record; an item
 * of a repeating group counts as the sum of its rows, those of them that `where` says. `count` counts rows in place of a sum.
 */
export const derivedSchema = z
  .strictObject({
    sum: names.optional(),
    count: itemKey.optional(),
    where: z.strictObject({ item: itemKey, in: z.array(z.string()).min(1) }).optional(),
    less: names.optional(),
    less_last: names.optional(),
    over: names.optional(),
    over_last: names.optional(),
    factor: decimalText.optional(),
  })
  .refine(
    ({ sum, count }) => (sum === undefined) !== (count === undefined),
    breaks("exactly_one_of", { names: "sum, count" }),
  );
export type Derived = z.infer<typeof derivedSchema>;

/** Every item or fact that a formula names. */
export function namesIn({
  sum = [],
  count,
  where,
  less = [],
  less_last = [],
  over = [],
  over_last = [],
}: Derived): string[] {
  return [
    ...sum,
    ...less,
    ...less_last,
    ...over,
    ...over_last,
    ...(count === undefined ? [] : [count]),
    ...(where === undefined ? [] : [where.item]),
  ];
}
