/** What every rule of a policy file may carry, and the small shapes that several sections share. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";

/** A code of the `sources` section. */
export const sourceCode = z.string().regex(/^[A-Z][A-Za-z0-9_]*$/u, breaks("not_a_source"));

/** Where a rule comes from, and whether compliance has yet to read it in the original. */
export const marks = {
  source: z.array(sourceCode).min(1).optional(),
  /** Of the classification measures, 2023 no. 1; `verified` once somebody has seen that number in the original. */
  article: z.strictObject({ number: z.string().min(1), verified: z.boolean() }).optional(),
  needs_legal_review: z.boolean().optional(),
};

export interface Marked {
  readonly source?: readonly string[] | undefined;
  readonly article?: { readonly number: string; readonly verified: boolean } | undefined;
  readonly needs_legal_review?: boolean | undefined;
}

export const sentences = z.strictObject({
  en: z.string().min(1),
  "zh-Hans": z.string().min(1),
  "zh-Hant": z.string().min(1),
});

/** A key or a code of our own making. */
export const slug = z.string().regex(/^[a-z][a-z0-9_]*$/u, breaks("not_a_name"));

/** Local time of day, as people write it. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, breaks("not_a_time"));

export const count = z.int().min(0);
export const positive = z.int().min(1);

/** Months between two visits: whole ones, or half a month (15 days), or a quarter (7 days). */
export const months = z
  .number()
  .min(0.25)
  .max(120)
  .refine((value) => [0, 0.25, 0.5].includes(value % 1), breaks("not_months"));

/** Percent of something, 0 to 100. */
export const percent = z.number().min(0).max(100);

const UNITS_OF_TIME = ["working_hours", "working_days", "hours", "days", "weeks", "months"] as const;

/** One length of time in one unit. Working hours and days run on the calendar, hours and days do not stop. */
export const length = z
  .strictObject({
    working_hours: positive.optional(),
    working_days: positive.optional(),
    hours: positive.optional(),
    days: positive.optional(),
    weeks: positive.optional(),
    months: positive.optional(),
  })
  .refine((value) => Object.keys(value).length === 1, breaks("exactly_one_of", { names: UNITS_OF_TIME.join(", ") }));

/** Minutes after midnight of a time of day such as 09:00. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
