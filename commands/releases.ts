import { releasesView } from "../src/features/signals/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

/** `/postloan releases`: signals whose facts are gone, which two people release as one list. */
export const releases = defineCommand({
  name: "releases",
  summary: "command.releases.summary",
  usage: "",
  verb: "second_signal",
  where: ["slack"],
  args: words(),
  run: async (ctx) => ({ kind: "view", view: await releasesView(ctx) }),
});
