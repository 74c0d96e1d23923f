/** What the officer may still do with a report of their own: take it back, or correct it after approval. */
import { authorize, type Context } from "../../platform/context.ts";
import type { Button } from "../../platform/view.ts";
import { CONFIRMATION, CORRECT, WITHDRAW } from "../inspections/index.ts";
import { raiseButton } from "../signals/index.ts";
import { isWaiting } from "./case.ts";
import type { ReportSheet } from "./report-sheet.ts";

export function ownButtons(ctx: Context, sheet: ReportSheet): Button[] {
  return [...withOwn(ctx, sheet), ...raiseButton(ctx, sheet.case.subject, sheet.case.inspection.id)];
}

function withOwn(ctx: Context, sheet: ReportSheet): Button[] {
  const { case: found } = sheet;
  const confirm = confirmButtons(ctx, sheet);
  const { report, inspection } = found;
  const value = inspection.id;
  const mine = report.submittedById === ctx.actor.personId;
  if (report.state === "submitted" && mine && authorize(ctx, "withdraw_report", found.subject) === undefined) {
    return [...confirm, { text: ctx.t("inspection.withdraw"), action: WITHDRAW, value }];
  }
  const correctable = report.state === "approved" && inspection.state === "approved";
  return correctable && authorize(ctx, "correct_report", found.subject) === undefined
    ? [{ text: ctx.t("inspection.correct"), action: CORRECT, value }]
    : confirm;
}

function confirmButtons(ctx: Context, { case: found, confirmation }: ReportSheet): Button[] {
  const isWanted = isWaiting(found) && confirmation.standing !== "not_due";
  return isWanted && authorize(ctx, "make_confirmation_sheet", found.subject) === undefined
    ? [{ text: ctx.t("confirmation.button"), action: CONFIRMATION, value: found.inspection.id }]
    : [];
}
