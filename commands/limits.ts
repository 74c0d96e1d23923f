import { isRefusal } from "../src/domain/refusal.ts";
import { limitListView, limitsOfUnits } from "../src/features/limits/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const limits = defineCommand({
  name: "limits",
  summary: "command.limits.summary",
  usage: "",
  verb: "see_limits",
  where: ["slack"],
  args: words(),
  run: async (ctx) => {
    const list = await limitsOfUnits(ctx);
    return isRefusal(list)
      ? list
      : { kind: "view", view: limitListView({ ...ctx, timeZone: ctx.actor.timeZone }, list) };
  },
});
