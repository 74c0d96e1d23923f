import { isRefusal } from "../src/domain/refusal.ts";
import { readerOf } from "../src/features/review-queue/index.ts";
import { besideModal, findReportSheet, ownButtons, reportModal } from "../src/features/reviews/index.ts";
import { defineCommand, type Outcome, words } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";

export const report = defineCommand({
  name: "report",
  summary: "command.report.summary",
  usage: "NUMBER",
  flags: { beside: { type: "string", hint: "NUMBER" } },
  verb: "see_report",
  // The terminal acts as the system, which sees no customers.
  where: ["slack"],
  args: words("number"),
  run: async (ctx, { number, flags }) => {
    const { beside } = flags;
    if (typeof beside === "string") {
      return twoReports(ctx, number, beside);
    }
    const sheet = await findReportSheet(ctx, number);
    return isRefusal(sheet)
      ? sheet
      : { kind: "modal", build: async () => reportModal(sheet, readerOf(ctx), false, { own: ownButtons(ctx, sheet) }) };
  },
});

async function twoReports(ctx: Context, number: string, beside: string): Promise<Outcome> {
  const sheet = await findReportSheet(ctx, number);
  const other = await findReportSheet(ctx, beside);
  if (isRefusal(sheet)) {
    return sheet;
  }
  return isRefusal(other) ? other : { kind: "modal", build: async () => besideModal(sheet, other, readerOf(ctx)) };
}
