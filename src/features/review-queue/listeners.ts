/** The whole queue, page by page. The reviews feature hears the button that opens one report. */
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { QUEUE_PAGE, SHOW_QUEUE } from "./ids.ts";
import { readerOf } from "./messages.ts";
import { registerNaming } from "./naming-listeners.ts";
import { readPageValue } from "./narrow.ts";
import { queueModal } from "./queue-modal.ts";
import { waitingFor } from "./waiting.ts";

export function registerQueue(door: Door): void {
  registerNaming(door);
  door.onOpen(SHOW_QUEUE, "see_queue", async (ctx, click, reply) => reply.openModal(() => queuePage(ctx, click.value)));
  door.onOpen(QUEUE_PAGE, "see_queue", async (ctx, click, reply) => {
    await reply.updateModal(await queuePage(ctx, click.value));
  });
}

/** Only what falls to the person who looks, whoever that is. `value`: which page, and what it was narrowed to. */
async function queuePage(ctx: Context, value: string) {
  const { page, choice } = readPageValue(value);
  const entries = await waitingFor(ctx.db, ctx.actor.personId, ctx.now);
  return queueModal(entries, { page, choice }, readerOf(ctx));
}
