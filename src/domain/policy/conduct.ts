/** How people work with each other: four eyes, reminders, review, sampling, drafts, documents, masking. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { RETURN_REASONS, ROLES } from "../vocabulary.ts";
import { customerFileSchema } from "./customer-file.ts";
import { keyDatesSchema } from "./key-dates.ts";
import { count, length, marks, percent, positive, sentences, timeOfDay } from "./marks.ts";

const NOT_THE_SAME = ["submitter", "owner", "stand_in", "proposer", "recogniser"] as const;

/** Who may not be the one who decides, and how many persons it takes in all. */
const eyes = z.strictObject({
  persons: z.int().min(2).max(3),
  not_the: z.array(z.enum(NOT_THE_SAME)).min(1),
  ...marks,
});
export const fourEyesSchema = z.strictObject({
  inspection: eyes,
  signal_release: eyes,
  tier_change: eyes,
  technical_grace: eyes,
  restriction: eyes,
  penalty: eyes,
  policy_adoption: eyes,
});

const rung = z.strictObject({ working_days: positive, to: z.enum(ROLES) });

/** What waits for somebody's decision: so many working days, then who hears so many working days after that. */
const decision = z.strictObject({
  working_days: positive,
  to: z.enum(ROLES),
  escalate: z.array(rung),
  ...marks,
});

export const remindersSchema = z.strictObject({
  morning_at: timeOfDay,
  /** What is gained within so many minutes is one message. */
  bundle_minutes: positive,
  /** Lines with buttons in one message; the rest is counted by kind. */
  message_lines: z.int().min(1).max(15),
  before_due_days: z.array(count),
  after_due: z.array(rung),
  afterwards: z.enum(["weekly_digest", "nothing"]),
  /** Messages about one item may be quiet for so many calendar days at most. */
  snooze: z.strictObject({ max_days: positive, ...marks }),
  /** A due date may be moved by so many working days at most, so many times. */
  extend: z.strictObject({ max_working_days: positive, times: positive, ...marks }),
  /** A visit that could not be made is tried again within so many working days. */
  could_not_visit: z.strictObject({ again_within_working_days: positive, ...marks }),
  /** A message that is not urgent waits for the end of somebody's Do Not Disturb, for so many working hours of one day at most. */
  longest_quiet: z.strictObject({ working_hours: positive, ...marks }),
  /** Work offered to another is the manager's to decide after so many working days without an answer. */
  handover: z.strictObject({ answer_working_days: positive, ...marks }),
  /** A reported result of a measure waits for its second person, an asked override for the manager. */
  measure_result: decision,
  override: decision,
  /** Who is told where they stand, how often, unless they wish otherwise. */
  digests: z.strictObject({
    day: z.array(z.enum(ROLES)),
    week: z.array(z.enum(ROLES)),
    month: z.array(z.enum(ROLES)),
    ...marks,
  }),
  repayment_notice: z.strictObject({ short_loan_days: positive, long_loan_days: positive, ...marks }),
  key_dates: keyDatesSchema,
  ...marks,
});

export const reviewSchema = z.strictObject({
  reviewer_working_days: positive,
  /** Working days after the reviewer's own time was up. */
  escalate: z.array(rung),
  returned_due_working_days: positive,
  re_inspect_working_days: positive,
  return_reasons: z.array(z.enum(RETURN_REASONS)).min(1),
  /** Nobody eligible in the unit: the unit above acts, and the message says so. */
  fallback: z.enum(["unit_above"]),
  /** A visit date so many days old at submission needs a reason. */
  evidence_max_age_days: positive,
  ...marks,
});

export const samplingSchema = z.strictObject({
  on_site_recheck: z.strictObject({ percent, at_least_per_officer: count, ...marks }),
  always_first_zone_2_entry: z.boolean(),
  similarity_at_least: z.number().min(0).max(1),
  /** Where the survey before lending was simplified, so many of a hundred are visited after it. */
  simplified_survey_on_site: z.strictObject({ percent, ...marks }),
  ...marks,
});

export const draftsSchema = z.strictObject({ remind_after: length, keep_after_end: length, ...marks });

export const documentsSchema = z.strictObject({
  mode: z.enum(["slack", "link"]),
  file_types: z.array(z.string().regex(/^[a-z0-9]{2,5}$/u, breaks("not_a_file_type"))).min(1),
  max_megabytes: positive,
  max_files_per_check: positive,
  customer_file: customerFileSchema,
  keep_years: z.strictObject({ large_project: positive, other: positive, audit: positive, ...marks }),
  ...marks,
});

const mask = z.strictObject({ first: count, last: count });
export const maskingSchema = z.strictObject({
  credit_code: mask,
  phone: mask,
  account: mask,
  address: z.enum(["district", "hidden"]),
  names_full_for: z.enum(["responsible_people", "everybody"]),
  notification_text: z.literal("masked"),
  ...marks,
});

export const sourcesSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().min(1),
    /** How we know: the text itself, somebody's report of it, general knowledge, or a choice of this product. */
    read: z.enum(["primary", "secondary", "general", "choice"]),
  }),
);

export const textsSchema = z.record(z.string().min(1), sentences);
