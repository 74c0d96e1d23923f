/** All facts of one sheet, of one person and month. Only what stands in tables; what does not is said to be missing (R129). */
import type { AccountManagerFacts, MetricFacts, PostLoanOfficerFacts } from "../../domain/appraisal/facts.ts";
import type { Context } from "../../platform/context.ts";
import { figuresOf } from "./facts/figures.ts";
import { housekeepingOf } from "./facts/housekeeping.ts";
import { onTimeOf, onTimeOfUnits, recheckDone } from "./facts/inspections.ts";
import { measuresOf } from "./facts/measures.ts";
import { overturnedOf } from "./facts/overturned.ts";
import { MANAGERS, questionsOf } from "./facts/questions.ts";
import { firstPassOf, originalityOf, recheckFindings, reviewsOf } from "./facts/reviews.ts";
import { selfFoundOf, timelinessOf, trackingOf } from "./facts/signals.ts";
import { bookOf, type Scored } from "./scored.ts";

const NOT_RECORDED: MetricFacts = { counted: [], events: [], notRecorded: "all" };

export async function accountManagerFacts(ctx: Context, { personId, month }: Scored): Promise<AccountManagerFacts> {
  const { quantification, promises } = await figuresOf(ctx, personId, month);
  const days = ctx.policy.policy.appraisal.account_manager?.promises_needs.answered_within_working_days;
  const needs = days === undefined ? [] : await questionsOf(ctx, personId, month, { days });
  return {
    on_time_rate: await onTimeOf(ctx, personId, month),
    first_pass_rate: await firstPassOf(ctx, personId, month),
    quantification,
    originality: await originalityOf(ctx, personId, month),
    signal_timeliness: await timelinessOf(ctx, personId, month),
    self_found_share: await selfFoundOf(ctx, personId, month),
    measures_done: await measuresOf(ctx, personId, month),
    promises_needs: { ...promises, counted: [...promises.counted, ...needs] },
    housekeeping: await housekeepingOf(ctx, personId, month),
  };
}

export async function postLoanOfficerFacts(ctx: Context, scored: Scored): Promise<PostLoanOfficerFacts> {
  const { personId, month } = scored;
  const { units } = await bookOf(ctx, scored);
  const ids = units.map(({ id }) => id);
  return {
    review_on_time: await reviewsOf(ctx, personId, ids, month),
    rechecks_done: await recheckDone(ctx, personId, month),
    recheck_findings: await recheckFindings(ctx, personId, month),
    overturned: await overturnedOf(ctx, personId, month),
    signal_tracking: await trackingOf(ctx, ids, month),
    unit_on_time_rate: await onTimeOfUnits(ctx, units, month),
    report_to_managers: await reportsOf(ctx, scored),
  };
}

/** What managers asked about signals and were told in time; reports that are written elsewhere stand in no table. */
async function reportsOf(ctx: Context, { personId, month }: Scored): Promise<MetricFacts> {
  const days = ctx.policy.policy.appraisal.post_loan_officer?.report_to_managers.answered_within_working_days;
  if (days === undefined) return NOT_RECORDED;
  const counted = await questionsOf(ctx, personId, month, { days, askedBy: MANAGERS });
  return { counted, events: [], notRecorded: "part" };
}
