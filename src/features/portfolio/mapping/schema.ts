/** A mapping file: how one system's extract becomes our facts. Its keys are the file's words; docs/import.md explains each. */
import { z } from "zod";
import { breaks } from "../../../domain/broken-rule.ts";
import { isIsoDate } from "../../../domain/dates.ts";
import { currency } from "../../../domain/policy/exposure-bands.ts";
import { COLLATERAL_KINDS } from "../../../domain/templates/item.ts";
import {
  CUSTOMER_TYPES,
  LANGUAGES,
  LOAN_STATES,
  PRODUCTS,
  PROJECT_PHASES,
  RISK_TIERS,
  UNIT_KINDS,
  UNIT_LINES,
} from "../../../domain/vocabulary.ts";
import { ENCODINGS } from "../../people/index.ts";
import { isDateFormat } from "./date-format.ts";

const column = z.string().min(1);

/** A fact of the row that tests may ask for beside the file's columns. */
const TESTABLE_FIELDS = ["disbursed_on", "matures_on", "product"] as const;
export type TestableField = (typeof TESTABLE_FIELDS)[number];

export const YES_OR_NO = ["yes", "no"] as const;

const TESTS = ["one_of", "starts_with", "at_least", "below", "empty", "reached"] as const;

const testSchema = z
  .strictObject({
    column: column.optional(),
    field: z.enum(TESTABLE_FIELDS).optional(),
    one_of: z.array(z.string()).min(1).optional(),
    starts_with: z.array(z.string().min(1)).min(1).optional(),
    at_least: z.number().optional(),
    below: z.number().optional(),
    empty: z.boolean().optional(),
    /** A date that lies on or before the as-of date. */
    reached: z.boolean().optional(),
  })
  .refine(
    ({ column, field }) => (column === undefined) !== (field === undefined),
    breaks("exactly_one_of", { names: "column, field" }),
  )
  .refine(
    (test) => TESTS.filter((name) => test[name] !== undefined).length === 1,
    breaks("exactly_one_of", { names: TESTS.join(", ") }),
  );
export type Test = z.infer<typeof testSchema>;

/** Where a text comes from. A plain string is a column's name. */
function sourceOf<Word extends z.ZodType<string>>(word: Word) {
  return z.union([
    column,
    z.strictObject({
      column,
      /** The file may lack the column. */
      optional: z.boolean().default(false),
      /** What the file writes where it means nothing. */
      blank: z.array(z.string().min(1)).optional(),
      table: z.record(z.string(), word).optional(),
      /** For what the table does not hold, and for an empty cell. */
      otherwise: word.optional(),
    }),
    z.strictObject({ constant: word }),
    z.strictObject({ columns: z.array(column).min(2), separator: z.string() }),
    z.strictObject({
      choose: z.array(z.strictObject({ give: word, when: z.array(testSchema).min(1) })).min(1),
      otherwise: word.optional(),
    }),
  ]);
}

export const textSource = sourceOf(z.string());
const text = textSource;
export type Source = z.infer<typeof text>;

const date = z.string().refine(isIsoDate, breaks("not_a_date"));

const createdUnit = z.strictObject({
  /** The head office under which units are made; made too when it is missing. */
  under: z.strictObject({ code: z.string().min(1), name: z.string().min(1) }),
  kind: z.enum(UNIT_KINDS),
  line: z.enum(UNIT_LINES),
  time_zone: z.string().min(1),
  calendar: z.string().min(1),
  language: z.enum(LANGUAGES),
});

/** How the file is written. */
export const fileSchema = z.strictObject({
  /** Of a text file; a workbook is known by its content. */
  delimiter: z.string().length(1).default(","),
  encoding: z.enum(ENCODINGS).default("utf-8"),
  /** Of a workbook: its first sheet where none is named. */
  sheet: z.string().min(1).optional(),
  dates: z.array(z.string().refine(isDateFormat, breaks("not_a_date_format"))).min(1),
  /** With 1950: 50 to 99 are 1950 to 1999, 00 to 49 are 2000 to 2049. */
  two_digit_years_from: z.int().min(1900).max(2000).default(1950),
  money: z.strictObject({
    currency,
    unit: z.enum(["minor", "major", "thousand", "ten_thousand", "million"]),
  }),
});

export const mappingSchema = z.strictObject({
  mapping: z.string().regex(/^[a-z0-9_]+$/u, breaks("not_a_word")),
  file: fileSchema,
  /** `as_of`: the as-of date of the first import. */
  take_on: z.union([z.literal("as_of"), date]).optional(),
  unit: z.union([
    z.strictObject({ code: column }),
    z.strictObject({
      name: column,
      when_empty: z.strictObject({ code: z.string().min(1), name: z.string().min(1) }),
      create: createdUnit,
    }),
  ]),
  officer: z
    .union([
      z.strictObject({ email: column }),
      z.strictObject({ generate: z.strictObject({ by: z.array(column).min(1), at_most: z.int().min(1) }) }),
    ])
    .optional(),
  borrower: z.strictObject({
    number: text,
    name: text,
    customer_type: sourceOf(z.enum(CUSTOMER_TYPES)),
    identity_number: text.optional(),
    phone: text.optional(),
    address: text.optional(),
    industry_code: text.optional(),
    last_inspected_on: text.optional(),
    signers: z.array(z.strictObject({ name: text, title: text })).default([]),
  }),
  loan: z.strictObject({
    number: text,
    product: sourceOf(z.enum(PRODUCTS)),
    phase: sourceOf(z.enum(PROJECT_PHASES)).optional(),
    state: sourceOf(z.enum(LOAN_STATES)),
    currency: text.optional(),
    principal: text,
    drawn: text,
    disbursed_on: text,
    matures_on: z.union([z.strictObject({ months_after_disbursement: column }), text]).optional(),
    tier: sourceOf(z.enum(RISK_TIERS)),
    purpose: text.optional(),
    season_key: text.optional(),
    /** Several in one cell stand between separators. */
    approval_conditions: z.strictObject({ texts: text, separator: z.string().min(1) }).optional(),
    survey_simplified: sourceOf(z.enum(YES_OR_NO)).optional(),
    past_due_since: text.optional(),
    /** Percent a year, up to four places. */
    yearly_rate: text.optional(),
    yearly_rate_from: text.optional(),
    collateral: z
      .array(
        z.strictObject({
          number: text,
          kind: sourceOf(z.enum(COLLATERAL_KINDS)),
          description: text,
          value: text,
          valued_on: text.optional(),
          insured_to: text.optional(),
        }),
      )
      .default([]),
    guarantors: z.strictObject({ names: text, separator: z.string().min(1) }).optional(),
  }),
});
export type Mapping = z.infer<typeof mappingSchema>;
