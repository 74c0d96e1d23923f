/** What the policy says about telling people: how far ahead, from which hour of their morning, and how much at once. */
import { minuteOfDay } from "../../domain/policy/marks.ts";
import type { Context } from "../../platform/context.ts";

/** Calendar days before the due date at which an inspection is first told (handbook 2.3, reminders). */
export function soonDaysOf(ctx: Context): number {
  return Math.max(0, ...ctx.policy.policy.reminders.before_due_days);
}

/** Minutes after the reader's own midnight from which the morning may be told. */
export function morningMinuteOf(ctx: Context): number {
  return minuteOfDay(ctx.policy.policy.reminders.morning_at);
}

export function bundleMinutesOf(ctx: Context): number {
  return ctx.policy.policy.reminders.bundle_minutes;
}

/** Lines with a button in one message; the rest is counted. */
export function messageLinesOf(ctx: Context): number {
  return ctx.policy.policy.reminders.message_lines;
}
