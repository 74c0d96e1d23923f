/** The whole queue, page by page. The reviews feature hears the button that opens one report. */
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { Click } from "../../platform/slack/payload.ts";
import { QUEUE_PAGE, SHOW_QUEUE } from "./ids.ts";
import { readerOf } from "./messages.ts";
import { registerNaming } from "./naming-listeners.ts";
import { queueModal } from "./views.ts";
import { waitingFor } from "./waiting.ts";

export function registerQueue(door: Door): void {
  registerNaming(door);
  door.onOpen(SHOW_QUEUE, "see_queue", async (ctx, _click, reply) => reply.openModal(() => queuePage(ctx, 0)));
  door.onOpen(QUEUE_PAGE, "see_queue", async (ctx, click, reply) => {
    await reply.updateModal(await queuePage(ctx, pageOf(click)));
  });
}

/** Only what falls to the person who looks, whoever that is. */
async function queuePage(ctx: Context, page: number) {
  return queueModal(await waitingFor(ctx.db, ctx.actor.personId, ctx.now), page, readerOf(ctx));
}

function pageOf(click: Click): number {
  const page = Number(click.value);
  return Number.isSafeInteger(page) ? page : 0;
}
