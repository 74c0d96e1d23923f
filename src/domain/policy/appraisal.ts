/** Scores of a month and what hangs on them (handbook 2.7, R84-R90): weights, targets, points off, shares. */
import { z } from "zod";
import { breaks, type RuleIssue } from "../broken-rule.ts";
import { marks, percent, positive } from "./marks.ts";
import { qualityOutcomeSchema } from "./quality-outcome.ts";

/** What a metric can give at most; whole points of 100. */
const worth = { points: positive, ...marks };
/** Points rise with the share that was reached, and are full at the target. */
const rising = z.strictObject({ ...worth, target_percent: z.number().min(1).max(100) });
/** Full points, and so many off for each event. */
const perEvent = z.strictObject({ ...worth, off_each: positive });

/** Points off for a late inspection; the second in place of the first, once it is later than so many working days. */
const lateness = z
  .strictObject({ ...worth, off_late: positive, off_very_late: positive, very_late_after_working_days: positive })
  .refine(({ off_late, off_very_late }) => off_very_late >= off_late, breaks("very_late_costs_less"));

const accountManager = z.strictObject({
  on_time_rate: lateness,
  /** So many points off for each whole `for_points` of percent below the target. */
  first_pass_rate: z.strictObject({ ...worth, target_percent: percent, off: positive, for_points: positive }),
  quantification: rising,
  originality: perEvent,
  /** Below the target every answer that was not in time costs; a missed red one always does. */
  signal_timeliness: z.strictObject({ ...worth, target_percent: percent, off_red: positive, off_other: positive }),
  /** Says nothing of fewer signals. */
  self_found_share: rising.extend({ at_least_signals: positive }),
  measures_done: rising,
  /** A colleague's question about a signal is to be answered in so many working days; unset, none is counted. */
  promises_needs: rising.extend({ answered_within_working_days: positive.optional() }),
  housekeeping: perEvent,
});

const postLoanOfficer = z.strictObject({
  review_on_time: rising,
  rechecks_done: rising,
  recheck_findings: rising,
  overturned: perEvent,
  signal_tracking: rising,
  unit_on_time_rate: rising,
  /** Of managers' questions about signals; unset, nothing of it is recorded. */
  report_to_managers: rising.extend({ answered_within_working_days: positive.optional() }),
});

type Sheet = Readonly<Record<string, { readonly points: number }>>;

/** The points of a sheet come to 100. */
const hundred = (sheet: Sheet) => Object.values(sheet).reduce((sum, { points }) => sum + points, 0);
const notHundred = (sheet: Sheet): RuleIssue | undefined =>
  hundred(sheet) === 100 ? undefined : breaks("points_do_not_add_up", { sum: String(hundred(sheet)) });

const riskPay = z
  .strictObject({
    /** Of variable pay, what hangs on the score. */
    percent_of_variable_pay: percent,
    /** Year by year, from the first on. */
    release_percent: z.array(percent).min(1).max(10),
    ...marks,
  })
  .superRefine(({ release_percent: shares }, ctx) => {
    const sum = shares.reduce((all, share) => all + share, 0);
    if (sum !== 100) ctx.addIssue(breaks("shares_do_not_add_up", { sum: String(sum) }));
  });

export const appraisalSchema = z
  .strictObject({
    account_manager: accountManager.optional(),
    post_loan_officer: postLoanOfficer.optional(),
    quality_outcome: qualityOutcomeSchema.optional(),
    /** So much of each one's score is the mean of the account manager and the post-loan officer of one book (R90). */
    shared: z.strictObject({ percent, ...marks }).optional(),
    risk_pay: riskPay.optional(),
    /** Managers read people's scores one by one in place of how they are spread. */
    league_table: z.boolean(),
    /** What is corrected changes the sheets of a month that is over for so many months, three where it is not said; then it is closed. */
    corrected_for_months: positive.max(12).optional(),
    ...marks,
  })
  .superRefine(({ account_manager, post_loan_officer }, ctx) => {
    for (const sheet of [account_manager, post_loan_officer]) {
      const problem = sheet === undefined ? undefined : notHundred(sheet);
      if (problem !== undefined) ctx.addIssue(problem);
    }
  });

export type AppraisalRules = z.infer<typeof appraisalSchema>;
export type AccountManagerRules = z.infer<typeof accountManager>;
export type PostLoanOfficerRules = z.infer<typeof postLoanOfficer>;
