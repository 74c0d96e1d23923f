import type { Policy } from "../../domain/policy/schema.ts";
import { type Ladder, type ReviewClock, rolesOf } from "../../domain/reminders/index.ts";
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";

/** The rungs after the due date, from the policy in force. */
export function ladderOf(ctx: Context): Ladder {
  const { after_due, afterwards } = ctx.policy.policy.reminders;
  return {
    rungs: after_due.map(({ working_days, to }) => ({ workingDays: working_days, to })),
    weekly: afterwards === "weekly_digest",
  };
}

export function reviewClockOf(ctx: Context): ReviewClock {
  const { reviewer_working_days, escalate } = ctx.policy.policy.review;
  return {
    reviewerWorkingDays: reviewer_working_days,
    to: "post_loan_officer",
    escalate: escalate.map(({ working_days, to }) => ({ workingDays: working_days, to })),
  };
}

/** How long a reported measure, or an asked override, waits for whoever decides. */
export function decisionClockOf({ working_days, to, escalate }: Policy["reminders"]["override"]): ReviewClock {
  return {
    reviewerWorkingDays: working_days,
    to,
    escalate: escalate.map((rung) => ({ workingDays: rung.working_days, to: rung.to })),
  };
}

/** Who does the work is no post of a unit: the rest of the ladder is looked up. */
export function postsOf(ladder: Ladder): Role[] {
  return rolesOf(ladder).filter((role) => role !== "account_manager");
}
