import { answer, argumentsOf, type Exchange } from "./http-exchange.ts";
import { type Json, stringOf } from "./json.ts";
import { messageProblems, refuseProblems } from "./limits/payloads.ts";
import { conversationOf } from "./records/conversations.ts";
import { addMessage, logAccepted, messageAt } from "./records/messages.ts";
import { responseUrlLifetimeMs, responseUrlUses } from "./records/triggers.ts";
import { completeBlocks } from "./records/views.ts";
import { SlackRefusal } from "./refusal.ts";
import { flagArg, jsonArg, textArg } from "./web-api/call.ts";
import type { Conversation, Message, World } from "./world.ts";

/** Posts what a command or a click was answered with: only for the person, unless `response_type: in_channel`. */
export function postResponse(world: World, conversation: Conversation, user: string, reply: Json): Message {
  const blocks = jsonArg(reply, "blocks");
  refuseProblems(messageProblems(blocks), "invalid_blocks");
  const message = addMessage(world, conversation, {
    author: world.options.bot.userId,
    text: textArg(reply, "text"),
    blocks: completeBlocks(world, blocks),
    threadTs: textArg(reply, "thread_ts") || undefined,
    ephemeralFor: stringOf(reply.response_type) === "in_channel" ? undefined : user,
  });
  logAccepted(world, "response_url", message);
  return message;
}

function changeOriginal(world: World, conversation: Conversation, ts: string, reply: Json): boolean {
  const original = messageAt(conversation, ts);
  if (!original) return false;
  if (flagArg(reply, "delete_original")) {
    conversation.messages = conversation.messages.filter((message) => message !== original);
    logAccepted(world, "response_url.delete", original);
  } else {
    const blocks = jsonArg(reply, "blocks");
    refuseProblems(messageProblems(blocks), "invalid_blocks");
    original.text = textArg(reply, "text");
    original.blocks = completeBlocks(world, blocks);
    original.editedTs = world.nextTs();
    logAccepted(world, "response_url.replace", original);
  }
  world.changed();
  return true;
}

function useAddress(world: World, id: string, reply: Json): void {
  const address = world.responseUrls.get(id);
  if (!address) throw new SlackRefusal("invalid_url");
  if (world.now() - address.at > responseUrlLifetimeMs) throw new SlackRefusal("expired_url");
  if (address.uses >= responseUrlUses) throw new SlackRefusal("used_url");
  address.uses += 1;
  const conversation = conversationOf(world, address.channel);
  const wantsChange = flagArg(reply, "replace_original") || flagArg(reply, "delete_original");
  if (wantsChange && address.ts && changeOriginal(world, conversation, address.ts, reply)) return;
  if (flagArg(reply, "delete_original")) return;
  postResponse(world, conversation, address.user, reply);
}

/** Answers a post to a response URL: 5 uses within 30 minutes, then HTTP 404 as Slack does. */
export async function answerResponseUrl(world: World, exchange: Exchange): Promise<void> {
  const reply = await argumentsOf(exchange);
  try {
    useAddress(world, exchange.path.slice("/response/".length), reply);
    answer(exchange, 200, "text/plain", "ok");
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    world.refused.push({ method: "response_url", error: error.code, messages: [] });
    answer(exchange, 404, "application/json", JSON.stringify({ ok: false, error: error.code, ...error.extra }));
  }
}
