/** When an item is asked: always, in its turn, or in certain situations only; as the policy file writes it (R19, R20, R63, R64). */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { count, marks } from "../policy/marks.ts";
import { RISK_TIERS, ZONES } from "../vocabulary.ts";
import { REPORT_KINDS } from "./report-kinds.ts";

/** What is not settled about a borrower when a check begins. */
export const OPEN_MATTERS = [
  "overdue",
  "out_of_range",
  "measures",
  "fixes",
  "signals",
  "approval_conditions",
  "over_limit",
] as const;
/**
 * `overdue`: a loan is past due. `out_of_range`: the last report held an orange or red answer. `measures`: one is
 * not closed. `fixes`: it left earlier findings that were not put right. `signals`: one of the warnings below is open.
 * `over_limit`: the loans pass a limit that was set from above (R43).
 * `approval_conditions`: the approval of a loan set some, and the last report does not say that they are met; asked of that loan.
 */
export type OpenMatter = (typeof OPEN_MATTERS)[number];

/** Early warnings that are known of a borrower. `signal`: one stands that the officer may know of. */
export const WARNINGS = ["arrears", "confirmation_disputed", "measure_overdue", "signal"] as const;
export type Warning = (typeof WARNINGS)[number];

/** All of what is named must be so. */
export const situationSchema = z
  .strictObject({
    tiers: z.array(z.enum(RISK_TIERS)).min(1).optional(),
    zones: z.array(z.enum(ZONES)).min(1).optional(),
    /** The borrower's exposure is more than so many units of the policy's currency. */
    exposure_over: count.optional(),
    /** The month is one of the visit months of a loan's season. */
    in_season: z.literal(true).optional(),
    /** One of these is open. */
    open: z.array(z.enum(OPEN_MATTERS)).min(1).optional(),
  })
  .refine(
    (situation) => Object.values(situation).some((part) => part !== undefined),
    breaks("at_least_one_of", { names: "tiers, zones, exposure_over, in_season, open" }),
  );
export type Situation = z.infer<typeof situationSchema>;

/** Checks in which what rotates is asked in turn. In every other check all of it is asked. */
export const formSchema = z.strictObject({
  light: z.strictObject({
    kinds: z.array(z.enum(REPORT_KINDS)),
    zones: z.array(z.enum(ZONES)),
    /** Whole units of the policy's currency, drawn. */
    exposure_up_to: count,
    ...marks,
  }),
  /** So many rotating items in a light check; more only where one would otherwise wait too long. */
  rotating_per_check: count,
  ...marks,
});
