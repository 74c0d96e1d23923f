import { isRefusal } from "../src/domain/refusal.ts";
import { readerOf } from "../src/features/review-queue/index.ts";
import { findReportSheet, ownButtons, reportModal } from "../src/features/reviews/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const report = defineCommand({
  name: "report",
  summary: "command.report.summary",
  usage: "NUMBER",
  verb: "see_report",
  // The terminal acts as the system, which sees no customers.
  where: ["slack"],
  args: words("number"),
  run: async (ctx, { number }) => {
    const sheet = await findReportSheet(ctx, number);
    return isRefusal(sheet)
      ? sheet
      : { kind: "modal", build: async () => reportModal(sheet, readerOf(ctx), false, { own: ownButtons(ctx, sheet) }) };
  },
});
