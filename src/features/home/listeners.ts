/** What is pressed on the Home tab itself: another view, product, officer or page. What its lines offer is heard by their own features. */
import type { Door } from "../../platform/slack/door.ts";
import { allOfModal } from "./all-of.ts";
import { choose } from "./choices.ts";
import { SHOW_ALL_OF, SHOW_OFFICER, SHOW_PRODUCT, SHOW_QUEUE_VIEW, SHOW_VIEW, TURN_PAGE } from "./ids.ts";

export function registerHomeListeners(door: Door): void {
  const chosen = [
    [SHOW_VIEW, "view"],
    [SHOW_PRODUCT, "product"],
    [TURN_PAGE, "page"],
    [SHOW_QUEUE_VIEW, "queue"],
    [SHOW_OFFICER, "officer"],
  ] as const;
  for (const [id, name] of chosen) {
    door.onOpen(id, "see_own_desk", async (ctx, click, reply) => {
      await choose(ctx, { [name]: click.value });
      await reply.showHome();
    });
  }
  door.onOpen(SHOW_ALL_OF, "see_own_desk", (ctx, click, reply) => reply.openModal(() => allOfModal(ctx, click.value)));
}
