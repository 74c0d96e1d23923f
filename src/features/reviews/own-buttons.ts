/** What the officer may still do with a report of their own: take it back, or correct it after approval. */
import { authorize, type Context } from "../../platform/context.ts";
import type { Button } from "../../platform/view.ts";
import { CORRECT, WITHDRAW } from "../inspections/index.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function ownButtons(ctx: Context, { case: found }: ReportSheet): Button[] {
  const { report, inspection } = found;
  const value = inspection.id;
  const mine = report.submittedById === ctx.actor.personId;
  if (report.state === "submitted" && mine && authorize(ctx, "withdraw_report", found.subject) === undefined) {
    return [{ text: ctx.t("inspection.withdraw"), action: WITHDRAW, value }];
  }
  const correctable = report.state === "approved" && inspection.state === "approved";
  return correctable && authorize(ctx, "correct_report", found.subject) === undefined
    ? [{ text: ctx.t("inspection.correct"), action: CORRECT, value }]
    : [];
}
