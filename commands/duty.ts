import { turnListView, turnsToCome } from "../src/features/duty/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const duty = defineCommand({
  name: "duty",
  summary: "command.duty.summary",
  usage: "",
  verb: "enter_duty",
  where: ["slack"],
  args: words(),
  run: async (ctx) => ({ kind: "view", view: turnListView(ctx, await turnsToCome(ctx)) }),
});
