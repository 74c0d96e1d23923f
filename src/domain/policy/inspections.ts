/** The inspection matrix (handbook 2.3, R42, R64): per product the first inspection, then a row per zone and size or tier. */
import { z } from "zod";
import { type Product, type ProjectPhase, VISIT_MODES } from "../vocabulary.ts";
import { count, marks, months, percent, positive, slug } from "./marks.ts";

const mode = z.enum(VISIT_MODES);

/** A first inspection per disbursement: at the latest so many calendar days after it. */
const firstRow = z.strictObject({ days: positive, mode, ...marks });

/** A row visits, or only keeps a note. */
const visitRow = z.strictObject({
  every_months: months,
  mode,
  /** A visit on site at least so often, where `mode` asks for less. */
  on_site_every_months: months.optional(),
  /** So many of a hundred borrowers are seen on site all the same. */
  sample_on_site_percent: percent.optional(),
  /** The loan's season says in which months (`seasons`). */
  seasonal: z.boolean().optional(),
  ...marks,
});
const weeklyRow = z.strictObject({ weekly_track: z.strictObject({ every_days: positive }), ...marks });
const contactRow = z.strictObject({ contact_note: z.strictObject({ every_months: months }), ...marks });

const matrixRowSchema = z.union([visitRow, weeklyRow, contactRow]);
export type MatrixRow = z.infer<typeof matrixRowSchema>;
export type VisitRow = z.infer<typeof visitRow>;

/** Rows of zone 1 are named after the product's exposure bands; a policy may have any of the three. */
const productRows = z.strictObject({
  first: firstRow.optional(),
  zone_1_small: matrixRowSchema.optional(),
  zone_1_medium: matrixRowSchema.optional(),
  zone_1_large: matrixRowSchema.optional(),
  zone_2: matrixRowSchema,
  substandard: matrixRowSchema,
  doubtful: matrixRowSchema,
  loss: matrixRowSchema,
  /** Falls overdue: a contact note instead of a special inspection. */
  overdue: z.strictObject({ contact_note: z.strictObject({ within_working_days: positive }), ...marks }).optional(),
  ...marks,
});
export type ProductRows = z.infer<typeof productRows>;
export type RowName = Exclude<keyof ProductRows, "first" | "overdue" | keyof typeof marks>;

const phasedRows = z.strictObject({ building: productRows, operating: productRows });

export const SPECIAL_TRIGGERS = [
  "red_signal",
  "two_oranges",
  "overdue_not_cured",
  "interest_arrears",
  "collateral_seized",
  "owner_unreachable",
  "instruction",
] as const;
/** Why a special inspection opens (handbook 2.3). */
export type SpecialTrigger = (typeof SPECIAL_TRIGGERS)[number];

const trigger = z.strictObject({
  /** Which clock of `due_working_days` runs from the day the reason was known. */
  due: z.enum(["red", "orange", "yellow"]),
  mode,
  /** Where the reason is a count or an age: so many of them, within so many days, or older than so many days. */
  count: positive.optional(),
  within_days: positive.optional(),
  after_days: count.optional(),
  ...marks,
});

const season = z.strictObject({ visit_months: z.array(z.int().min(1).max(12)).min(1), ...marks });

export const inspectionsSchema = z.strictObject({
  working_capital: productRows.optional(),
  fixed_asset: phasedRows.optional(),
  personal_business: productRows.optional(),
  personal_consumption: productRows.optional(),
  agricultural_household: productRows.optional(),
  agri_procurement: productRows.optional(),
  mortgage: productRows.optional(),
  microloan: productRows.optional(),
  special: z.strictObject({
    due_working_days: z.strictObject({ red: positive, orange: positive, yellow: positive, ...marks }),
    triggers: z.strictObject({
      red_signal: trigger,
      two_oranges: trigger.required({ count: true, within_days: true }),
      overdue_not_cured: trigger.required({ after_days: true }),
      interest_arrears: trigger.required({ after_days: true }),
      collateral_seized: trigger,
      owner_unreachable: trigger,
      instruction: trigger,
    }),
  }),
  /** A season moves a visit into its months, within the last so many months of the interval. */
  season_window_months: months,
  seasons: z.record(slug, season),
  replan: z.strictObject({ grace_working_days: positive, grace_working_days_red: positive, ...marks }),
  take_on: z.strictObject({ first_after_working_days: positive, ...marks }),
});
export type Inspections = z.infer<typeof inspectionsSchema>;

/** The rows of a product and phase, with their path in the file. A project of unknown phase counts as building. */
export function rowsOf(
  inspections: Inspections,
  product: Product,
  phase: ProjectPhase = "building",
): { readonly rows: ProductRows; readonly path: string } | undefined {
  const rows = product === "fixed_asset" ? inspections.fixed_asset?.[phase] : inspections[product];
  const path = product === "fixed_asset" ? `inspections.fixed_asset.${phase}` : `inspections.${product}`;
  return rows === undefined ? undefined : { rows, path };
}
