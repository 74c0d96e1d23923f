import { findCustomers, foundView } from "../src/features/accounts/index.ts";
import { defineCommand, oneText } from "../src/platform/commands/definition.ts";

export const find = defineCommand({
  name: "find",
  summary: "command.find.summary",
  usage: "NAME-OR-NUMBER",
  verb: "see_account",
  where: ["slack"],
  args: oneText,
  run: async (ctx, typed) => ({ kind: "view", view: foundView(ctx, await findCustomers(ctx, typed)) }),
});
