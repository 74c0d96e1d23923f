import { isRefusal } from "../src/domain/refusal.ts";
import { overrideListView, overridesOfUnits } from "../src/features/overrides/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const overrides = defineCommand({
  name: "overrides",
  summary: "command.overrides.summary",
  usage: "",
  verb: "see_overrides",
  where: ["slack"],
  args: words(),
  run: async (ctx) => {
    const list = await overridesOfUnits(ctx);
    return isRefusal(list)
      ? list
      : { kind: "view", view: overrideListView({ ...ctx, timeZone: ctx.actor.timeZone }, list) };
  },
});
