import type { Json } from "../json.ts";
import { conversationOf, slackConversation } from "../records/conversations.ts";
import { messageAt, repliesTo, slackMessage } from "../records/messages.ts";
import { SlackRefusal } from "../refusal.ts";
import type { Conversation, Message, World } from "../world.ts";
import { type ApiMethods, flagArg, numberArg, pageOf, requiredArg, textArg } from "./call.ts";

/** A conversation that the bot may read: it must be a member. */
function readable(world: World, id: string): Conversation {
  const conversation = conversationOf(world, id);
  if (!conversation.members.includes(world.options.bot.userId)) throw new SlackRefusal("not_in_channel");
  return conversation;
}

function within(args: Json, message: Message): boolean {
  const ts = Number(message.ts);
  const oldest = textArg(args, "oldest");
  const latest = textArg(args, "latest");
  if (flagArg(args, "inclusive"))
    return (oldest === "" || ts >= Number(oldest)) && (latest === "" || ts <= Number(latest));
  return (oldest === "" || ts > Number(oldest)) && (latest === "" || ts < Number(latest));
}

function messagesAnswer(world: World, args: Json, conversation: Conversation, messages: Message[]): Json {
  const limit = Math.min(numberArg(args, "limit", 100), 999);
  const { page, meta } = pageOf({ ...args, limit }, messages);
  const metadata = flagArg(args, "include_all_metadata");
  const more = page.length > 0 && page.at(-1) !== messages.at(-1);
  return {
    messages: page.map((message) => slackMessage(world, conversation, message, metadata)),
    has_more: more,
    ...(more ? meta : {}),
  };
}

/** Where people talk, and what was said. Ephemeral messages are in no history. */
export const conversationMethods: ApiMethods = {
  "conversations.info": ({ world, args }) => ({
    channel: slackConversation(world, conversationOf(world, requiredArg(args, "channel"))),
  }),
  "conversations.list": ({ world, args }) => {
    const types = (textArg(args, "types") || "public_channel").split(",").map((type) => type.trim());
    const member = (conversation: Conversation) => conversation.members.includes(world.options.bot.userId);
    const listed = [...world.conversations.values()].filter((conversation) => {
      if (flagArg(args, "exclude_archived") && conversation.isArchived) return false;
      if (conversation.kind === "im") return types.includes("im");
      return conversation.isPrivate
        ? types.includes("private_channel") && member(conversation)
        : types.includes("public_channel");
    });
    const { page, meta } = pageOf(args, listed);
    return { channels: page.map((conversation) => slackConversation(world, conversation)), ...meta };
  },
  "conversations.members": ({ world, args }) => {
    const { page, meta } = pageOf(args, conversationOf(world, requiredArg(args, "channel")).members);
    return { members: page, ...meta };
  },
  "conversations.join": ({ world, args }) => {
    const conversation = conversationOf(world, requiredArg(args, "channel"));
    const { userId } = world.options.bot;
    if (conversation.kind === "im") throw new SlackRefusal("method_not_supported_for_channel_type");
    if (conversation.isArchived) throw new SlackRefusal("is_archived");
    if (conversation.isPrivate) throw new SlackRefusal("channel_not_found");
    const joined = !conversation.members.includes(userId);
    if (joined) conversation.members.push(userId);
    if (joined) world.changed();
    return { channel: slackConversation(world, conversation), ...(joined ? {} : { warning: "already_in_channel" }) };
  },
  "conversations.history": ({ world, args }) => {
    const conversation = readable(world, requiredArg(args, "channel"));
    const top = conversation.messages.filter(
      (message) => !message.ephemeralFor && (!message.threadTs || message.threadTs === message.ts),
    );
    const chosen = top.filter((message) => within(args, message)).reverse();
    return messagesAnswer(world, args, conversation, chosen);
  },
  "conversations.replies": ({ world, args }) => {
    const conversation = readable(world, requiredArg(args, "channel"));
    const parent = messageAt(conversation, requiredArg(args, "ts"));
    if (!parent) throw new SlackRefusal("thread_not_found");
    const replies = repliesTo(conversation, parent.ts).filter((message) => within(args, message));
    return messagesAnswer(world, args, conversation, [parent, ...replies]);
  },
};
