import { queueView, readerOf, waitingFor } from "../src/features/review-queue/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const queue = defineCommand({
  name: "queue",
  summary: "command.queue.summary",
  usage: "",
  verb: "see_queue",
  where: ["slack"],
  args: words(),
  run: async (ctx) => {
    const entries = await waitingFor(ctx.db, ctx.actor.personId, ctx.now);
    return { kind: "view", view: queueView(entries, readerOf(ctx)) };
  },
});
