import { isRefusal } from "../src/domain/refusal.ts";
import { deskOf, deskView, messageLinesOf, wordingOf } from "../src/features/morning/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

/** In the terminal nobody presses a button, so that everything is listed. */
const TERMINAL_LINES = 200;

export const due = defineCommand({
  name: "due",
  summary: "command.due.summary",
  usage: "",
  verb: "see_own_desk",
  where: ["slack", "terminal"],
  args: words(),
  run: async (ctx, _args, surface) => {
    const desk = await deskOf(ctx, ctx.actor.personId);
    if (isRefusal(desk)) {
      return desk;
    }
    const most = surface.where === "slack" ? messageLinesOf(ctx) : TERMINAL_LINES;
    return { kind: "view", view: deskView(wordingOf(ctx), desk, most) };
  },
});
