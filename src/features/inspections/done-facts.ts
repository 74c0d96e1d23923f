/** What the officer is told after submitting: who reviews it and when the next inspection is due. */
import { isoDate } from "../../domain/dates.ts";
import type { Context } from "../../platform/context.ts";
import { dateText } from "../../texts/dates.ts";
import { reviewersOf } from "../review-queue/index.ts";
import type { CheckSheet } from "./check-sheet.ts";
import type { Submitted } from "./submit.ts";
import type { DoneFacts } from "./summary-view.ts";

export async function doneFacts(ctx: Context, sheet: CheckSheet, submitted: Submitted): Promise<DoneFacts> {
  const next = await ctx.db.inspection.findFirst({
    where: { plannedById: sheet.inspection.id, state: "planned" },
    orderBy: { dueOn: "asc" },
  });
  const reviewers = await reviewersOf(ctx, submitted.reportId);
  return {
    inspectionId: sheet.inspection.id,
    number: submitted.number,
    reviewers: reviewers.map(({ name }) => name),
    nextDueOn: next === null ? undefined : dateText(ctx.language, isoDate(next.dueOn)),
    withdrawable: true,
  };
}
