/** Five-tier classification (handbook 2.1), zones (R102) and the department that leads (R103). */
import { z } from "zod";
import { CUSTOMER_TYPES, RISK_TIERS, SIGNAL_LEVELS, UNIT_LINES } from "../vocabulary.ts";
import { count, marks, percent, positive, sentences, slug } from "./marks.ts";

const tier = z.enum(RISK_TIERS);
const floor = z.strictObject({ tier, ...marks });
const shareFloor = z.strictObject({ share_over_percent: percent, tier, ...marks });
const dpdFloors = z.array(z.strictObject({ over_days: count, tier, ...marks })).min(1);

export const tiersSchema = z.strictObject({
  order: z.array(tier).min(1),
  /** Non-performing. */
  npl: z.array(tier).min(1),
  names: z.record(tier, sentences),
  ...marks,
});

export const classificationSchema = z.strictObject({
  dpd_floor: dpdFloors,
  technical_grace: z.strictObject({ days: count, needs_reason: z.boolean(), needs_reviewer: z.boolean(), ...marks }),
  debtor_level: z.strictObject({ non_retail: z.boolean(), retail: z.boolean(), ...marks }),
  same_bank_npl: shareFloor,
  all_bank_dpd_over_90: shareFloor,
  npl_here_or_elsewhere: floor,
  changed_use: floor,
  refinanced: floor,
  credit_impaired: floor,
  external_downgrade: floor,
  evades_debt: floor,
  bankruptcy_liquidation: floor,
  expected_loss: z.array(shareFloor),
  restructured: z.strictObject({
    floor: tier,
    min_months: positive,
    min_periods: positive,
    second_time_floor: tier,
    restart_when_not_met: z.boolean(),
    ...marks,
  }),
  merger_of_payer: z.strictObject({ floor: tier, months: positive, ...marks }),
  upgrade_from_npl: z.strictObject({
    clean_months: positive,
    clean_periods: positive,
    whichever: z.enum(["longer", "shorter"]),
    arrears_and_costs_paid: z.boolean(),
    no_other_impaired_asset: z.boolean(),
    ...marks,
  }),
  /** Fewer than three is a departure from article 30, shown wherever it was made use of. */
  three_hands: z.strictObject({ distinct_persons: z.union([z.literal(2), z.literal(3)]), ...marks }),
  full_run: z.strictObject({
    every: z.enum(["month", "quarter"]),
    floor_run: z.enum(["daily"]),
    /** Calendar days before the quarter's last one on which the keepers are told of what is not confirmed yet. */
    told_days_before_end: z.array(count).default([]),
    ...marks,
  }),
  /** Tables that a lender may use beside the main one, or instead for a product. */
  other_tables: z.record(slug, z.strictObject({ dpd_floor: dpdFloors, ...marks })),
  collection_buckets: z.array(z.strictObject({ bucket: z.string().min(1), from_days: count, ...marks })),
  provision_weights: z.record(tier, z.strictObject({ percent, ...marks })),
});

/** One plan per customer (R117, R118): written within so many working days, and looked at again so many months after its approval. */
const accountPlan = z.strictObject({
  customers: z.array(z.enum(CUSTOMER_TYPES)).min(1),
  write_working_days: positive,
  review_months: positive,
  ...marks,
});
const everyCustomer = [...CUSTOMER_TYPES];

export const zonesSchema = z.strictObject({
  z1: z.strictObject({ tiers: z.array(tier).min(1), ...marks }),
  /** An open signal of this level or a worse one brings a zone 1 borrower here. */
  z2: z.strictObject({
    tiers: z.array(tier).min(1),
    from_signal: z.enum(SIGNAL_LEVELS),
    written_plan: z.boolean(),
    /** Of what `written_plan` asks for. */
    plan: accountPlan.default({ customers: everyCustomer, write_working_days: 10, review_months: 3 }),
    ...marks,
  }),
  z3: z.strictObject({
    tiers: z.array(tier).min(1),
    workout_plan: z.boolean().default(false),
    plan: accountPlan.default({ customers: everyCustomer, write_working_days: 5, review_months: 1 }),
    ...marks,
  }),
  /** People may set another zone, with the approval of somebody else, for so many calendar days at most. */
  override: z.strictObject({ max_days: positive, ...marks }),
  /** When a customer of zone 1 who was never late may leave (R52), in calendar days; nobody is proposed where it is left out. */
  keep: z.strictObject({ matures_within_days: positive, quiet_after_days: positive, ...marks }).optional(),
});

export type ZonesPolicy = z.infer<typeof zonesSchema>;

export const leadDepartmentSchema = z.strictObject({
  normal: z.enum(UNIT_LINES),
  special_mention: z.enum(UNIT_LINES),
  substandard: z.enum(UNIT_LINES),
  doubtful: z.enum(UNIT_LINES),
  loss: z.enum(UNIT_LINES),
  ...marks,
});
