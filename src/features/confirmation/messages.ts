/** What the officer is told when a report waits for the borrower; drawn again when the borrower has answered. */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { maskName } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import { type DueMessage, REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { bold, line, note, type View } from "../../platform/view.ts";
import { CONFIRMATION, CONFIRMATION_NEEDED_KIND, findInspection } from "../inspections/index.ts";
import { aboutCustomer } from "../named-customers/index.ts";
import { confirmationState } from "./state.ts";
import { standingLine } from "./views.ts";

export function addConfirmationRenderers(renderers: Renderers): void {
  renderers.add(CONFIRMATION_NEEDED_KIND, drawNeeded, REMINDER);
}

async function drawNeeded(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const report = await ctx.db.report.findUnique({ where: { id: message.refs.reportId ?? "" } });
  const inspection = report === null ? null : await findInspection(ctx.db, report.inspectionId);
  if (report === null || inspection === null) {
    return undefined;
  }
  const state = await confirmationState(ctx.db, inspection.id, report.partHash ?? undefined);
  const waits = WAITING_REPORT_STATES.some((one) => one === report.state) && state.standing !== "answered";
  const { number, borrower } = inspection;
  if (!waits) {
    const settled = ctx.t("confirmation.settled", { number });
    return message.editing ? { title: settled, pieces: [note(settled)] } : undefined;
  }
  const title = ctx.t("confirmation.needed", { number });
  const name = message.personId === inspection.assigneeId ? borrower.name : maskName(borrower.name);
  return {
    title,
    pieces: [
      line([bold(title)]),
      aboutCustomer(ctx, ctx.t("confirmation.needed_text", { name }), inspection.borrowerId),
      note(standingLine(state, ctx)),
      {
        kind: "buttons",
        buttons: [{ text: ctx.t("confirmation.button"), action: CONFIRMATION, value: inspection.id, style: "primary" }],
      },
    ],
  };
}
