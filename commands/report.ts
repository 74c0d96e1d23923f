import { isRefusal } from "../src/domain/refusal.ts";
import { readerOf } from "../src/features/review-queue/index.ts";
import { findReportSheet, ownButtons, reportModal, reportView } from "../src/features/reviews/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const report = defineCommand({
  name: "report",
  summary: "command.report.summary",
  usage: "NUMBER",
  verb: "see_report",
  where: ["slack", "terminal"],
  args: words("number"),
  run: async (ctx, { number }, surface) => {
    const sheet = await findReportSheet(ctx, number);
    if (isRefusal(sheet)) {
      return sheet;
    }
    return surface.where === "slack"
      ? { kind: "modal", build: async () => reportModal(sheet, readerOf(ctx), false, ownButtons(ctx, sheet)) }
      : { kind: "view", view: reportView(sheet, readerOf(ctx)) };
  },
});
