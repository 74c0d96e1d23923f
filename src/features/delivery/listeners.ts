import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import { line, type View } from "../../platform/view.ts";
import { refusalSentence, type TextKey } from "../../texts/index.ts";
import { renderDaily } from "./daily.ts";
import { DAILY, RE_ROUTE, RETRY } from "./ids.ts";
import { rerouteMessage, retryMessage } from "./steer.ts";

export function registerDeliveryDesk(door: Door, renderers: Renderers): void {
  renderers.add(DAILY, renderDaily, REMINDER);
  door.onDecision(RETRY, "steer_delivery", async (ctx, click, reply) => {
    await reply.tell(told(ctx, await retryMessage(ctx, click.value), "delivery.retried"));
  });
  door.onDecision(RE_ROUTE, "steer_delivery", async (ctx, click, reply) => {
    await reply.tell(told(ctx, await rerouteMessage(ctx, click.value), "delivery.re_routed"));
  });
}

function told(ctx: Context, outcome: Refusal | undefined, done: TextKey): View {
  const sentence = isRefusal(outcome) ? refusalSentence(ctx.language, outcome) : ctx.t(done);
  return { title: ctx.t("words.product"), pieces: [line(sentence)] };
}
