import { bulletinListView, standingBulletins } from "../src/features/bulletins/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import { couldEver } from "../src/platform/context.ts";

export const bulletins = defineCommand({
  name: "bulletins",
  summary: "command.bulletins.summary",
  usage: "",
  verb: "see_bulletins",
  where: ["slack"],
  args: words(),
  run: async (ctx) => ({
    kind: "view",
    view: bulletinListView(ctx, await standingBulletins(ctx), couldEver(ctx, "write_bulletin")),
  }),
});
