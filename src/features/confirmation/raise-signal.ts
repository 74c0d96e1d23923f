/** A borrower who disagrees or will not sign is a reason for a signal: its form, with what they answered as what was seen. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { findInspection, subjectOf } from "../inspections/index.ts";
import { raiseModal } from "../signals/index.ts";
import { given } from "./state.ts";
import { answerLine } from "./views.ts";

export async function signalOfAnswer(ctx: Context, answerId: string): Promise<ModalView | Refusal> {
  const row = await ctx.db.borrowerConfirmation.findUnique({ where: { id: answerId }, include: { sheet: true } });
  const inspection = row === null ? null : await findInspection(ctx.db, row.sheet.inspectionId);
  if (row === null || inspection === null) {
    return refuse("not_found", { number: "" });
  }
  // What the borrower said is read by whoever may read the report; the signal has its own right, asked below.
  const refused = authorize(ctx, "see_report", await subjectOf(ctx.db, inspection));
  return refused ?? raiseModal(ctx, inspection.borrower.number, answerLine(given(row), row.sheet.number, ctx));
}
