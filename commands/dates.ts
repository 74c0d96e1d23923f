import { keyDateList, keyDateListView } from "../src/features/key-dates/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const dates = defineCommand({
  name: "dates",
  summary: "command.dates.summary",
  usage: "",
  verb: "see_account",
  where: ["slack"],
  args: words(),
  run: async (ctx) => ({ kind: "view", view: keyDateListView(ctx, await keyDateList(ctx)) }),
});
