/** The sections of a policy file, each right by itself. `policySchema` of ./schema.ts also holds them against each other. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { formSchema } from "../templates/asking.ts";
import { templatesSchema } from "../templates/schema.ts";
import { LANGUAGES } from "../vocabulary.ts";
import { appraisalSchema } from "./appraisal.ts";
import { classificationSchema, leadDepartmentSchema, tiersSchema, zonesSchema } from "./classification.ts";
import {
  documentsSchema,
  draftsSchema,
  fourEyesSchema,
  maskingSchema,
  remindersSchema,
  reviewSchema,
  samplingSchema,
  sourcesSchema,
  textsSchema,
} from "./conduct.ts";
import { confirmationSchema } from "./confirmation.ts";
import { exposureBandsSchema } from "./exposure-bands.ts";
import { gateSchema } from "./gate.ts";
import { inspectionsSchema } from "./inspections.ts";
import { limitsSchema } from "./limits.ts";
import { sentences } from "./marks.ts";
import { measureSetsSchema } from "./measure-sets.ts";
import { offSiteBatchSchema } from "./off-site-batch.ts";
import { clocksSchema, signalsSchema } from "./signals.ts";

export const policyShape = z.strictObject({
  policy: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/u, breaks("not_an_id")),
    version: z.string().min(1),
    effective: z.iso.date(breaks("not_a_date")),
    institution: z.enum(["bank", "microloan_company"]),
    title: sentences,
  }),
  /** The default of units that name none of their own. */
  calendar: z.strictObject({ id: z.string().min(1), time_zone: z.string().min(1) }),
  languages: z.strictObject({ offered: z.array(z.enum(LANGUAGES)).min(1), default: z.enum(LANGUAGES) }),
  tiers: tiersSchema,
  classification: classificationSchema,
  zones: zonesSchema,
  measure_sets: measureSetsSchema,
  lead_department: leadDepartmentSchema,
  exposure_bands: exposureBandsSchema,
  limits: limitsSchema,
  inspections: inspectionsSchema,
  templates: templatesSchema,
  form: formSchema,
  off_site_batch: offSiteBatchSchema,
  gate: gateSchema,
  confirmation: confirmationSchema,
  signals: signalsSchema,
  clocks: clocksSchema,
  four_eyes: fourEyesSchema,
  reminders: remindersSchema,
  review: reviewSchema,
  sampling: samplingSchema,
  appraisal: appraisalSchema,
  drafts: draftsSchema,
  documents: documentsSchema,
  masking: maskingSchema,
  /** Sentences of the product that this lender says in its own words, by key. */
  texts: textsSchema,
  sources: sourcesSchema,
});
export type PolicyContent = z.infer<typeof policyShape>;
