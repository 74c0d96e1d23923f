/**
 * The sentence "this answer is out of range", as the policy file writes it. Limits are decimal text, never floats.
 */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";

export const decimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/u, breaks("not_a_decimal"));

export const snakeCase = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/u, breaks("not_a_name"));

/** snake_case, and free of the endings that the form gives to the fields it adds by itself. */
export const itemKey = snakeCase
  .max(60)
  .refine((key) => !/_(as_of|files|rows|known)$/u.test(key), breaks("name_of_the_form"));

const comparison = {
  lt: decimalText.optional(),
  lte: decimalText.optional(),
  gt: decimalText.optional(),
  gte: decimalText.optional(),
};

/** Another item of the same subject, or the fact `days_since_disbursement`, that must hold too. */
export const guardSchema = z.strictObject({ item: itemKey, in: z.array(z.string()).min(1).optional(), ...comparison });
export type Guard = z.infer<typeof guardSchema>;

/**
 * One condition. Plain: the answer against the limit (of a date: days from today to it). `than`: the answer less another
 * item's. `percent_of`: the answer as a percentage of another item's. Both may name `last`, the item's own answer in the last
 * report. `in`: the choices that count. `when`: only while another item holds. `twice`: also true of the last report.
 */
export const conditionSchema = z
  .strictObject({
    ...comparison,
    in: z.array(z.string()).min(1).optional(),
    than: itemKey.optional(),
    percent_of: itemKey.optional(),
    when: guardSchema.optional(),
    twice: z.literal(true).optional(),
  })
  .refine(
    ({ lt, lte, gt, gte, in: choices }) =>
      [lt, lte, gt, gte, choices].filter((part) => part !== undefined).length === 1,
    breaks("exactly_one_of", { names: "lt, lte, gt, gte, in" }),
  )
  .refine(
    ({ than, percent_of }) => than === undefined || percent_of === undefined,
    breaks("at_most_one_of", { names: "than, percent_of" }),
  );
export type Condition = z.infer<typeof conditionSchema>;

const conditions = z.union([conditionSchema.transform((one) => [one]), z.array(conditionSchema).min(1)]);

export const MARK_LEVELS = ["yellow", "orange", "red"] as const;
export type MarkLevel = (typeof MARK_LEVELS)[number];

/** Any condition of a level is enough; the worst level that holds is the answer's. */
export const thresholdsSchema = z.strictObject({
  yellow: conditions.optional(),
  orange: conditions.optional(),
  red: conditions.optional(),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;
