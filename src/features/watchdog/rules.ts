/** What the policy in force says about telling people, as the watchdog needs it. */
import type { TellingRules } from "../../domain/watchdog/index.ts";
import type { Context } from "../../platform/context.ts";

export function rulesOf(ctx: Context): TellingRules {
  const { before_due_days, after_due, afterwards } = ctx.policy.policy.reminders;
  return {
    beforeDueDays: before_due_days,
    rungs: after_due.map(({ working_days, to }) => ({ workingDays: working_days, to })),
    weekly: afterwards === "weekly_digest",
  };
}
