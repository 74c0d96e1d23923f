import { isRefusal } from "../src/domain/refusal.ts";
import { deskOf, deskView, messageLinesOf, wordingOf } from "../src/features/morning/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const due = defineCommand({
  name: "due",
  summary: "command.due.summary",
  usage: "",
  verb: "see_own_desk",
  where: ["slack"],
  args: words(),
  run: async (ctx) => {
    const desk = await deskOf(ctx, ctx.actor.personId);
    if (isRefusal(desk)) {
      return desk;
    }
    return { kind: "view", view: deskView(wordingOf(ctx), desk, messageLinesOf(ctx)) };
  },
});
