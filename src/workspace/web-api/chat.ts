import type { Json } from "../json.ts";
import { messageProblems, refuseProblems } from "../limits/payloads.ts";
import { conversationOf, writableConversation } from "../records/conversations.ts";
import { addMessage, logAccepted, longestText, messageAt, slackMessage } from "../records/messages.ts";
import { completeBlocks } from "../records/views.ts";
import { SlackRefusal } from "../refusal.ts";
import type { Conversation, Message, World } from "../world.ts";
import { type ApiMethods, hasArg, jsonArg, objectArg, objectsArg, requiredArg, textArg } from "./call.ts";

function contentArgs(world: World, args: Json) {
  const blocks = jsonArg(args, "blocks");
  if (hasArg(args, "blocks") && !Array.isArray(blocks)) throw new SlackRefusal("invalid_blocks_format");
  refuseProblems(messageProblems(blocks), "invalid_blocks");
  const attachments = objectsArg(args, "attachments");
  const text = textArg(args, "text");
  if (text === "" && objectsArg(args, "blocks").length === 0 && attachments.length === 0)
    throw new SlackRefusal("no_text");
  return { text, blocks: completeBlocks(world, blocks), attachments };
}

function metadataArg(args: Json): Json | undefined {
  if (!hasArg(args, "metadata")) return undefined;
  const metadata = objectArg(args, "metadata");
  if (typeof metadata.event_type !== "string" || typeof metadata.event_payload !== "object")
    throw new SlackRefusal("invalid_metadata_format");
  return metadata;
}

function threadArg(conversation: Conversation, args: Json): string | undefined {
  const ts = textArg(args, "thread_ts");
  if (ts === "") return undefined;
  const parent = messageAt(conversation, ts);
  if (!parent) throw new SlackRefusal("thread_not_found");
  return parent.threadTs ?? parent.ts;
}

/** A message that the bot itself wrote. Refuses with message_not_found or the given error. */
function ownMessage(world: World, args: Json, error: string): { conversation: Conversation; message: Message } {
  const id = requiredArg(args, "channel");
  // chat.update and chat.delete want the conversation itself: a user id, which posting accepts, is refused.
  if (!world.conversations.has(id)) throw new SlackRefusal("channel_not_found");
  const conversation = writableConversation(world, id);
  const message = messageAt(conversation, requiredArg(args, "ts"));
  if (!message || message.ephemeralFor) throw new SlackRefusal("message_not_found");
  if (message.author !== world.options.bot.userId) throw new SlackRefusal(error);
  return { conversation, message };
}

function warningFor(args: Json): Json {
  return textArg(args, "text").length > longestText
    ? { warning: "message_truncated", response_metadata: { warnings: ["message_truncated"] } }
    : {};
}

/** Writing, changing and removing messages. */
export const chatMethods: ApiMethods = {
  "chat.postMessage": ({ world, args }) => {
    const conversation = writableConversation(world, requiredArg(args, "channel"));
    const content = contentArgs(world, args);
    const message = addMessage(world, conversation, {
      ...content,
      author: world.options.bot.userId,
      metadata: metadataArg(args),
      threadTs: threadArg(conversation, args),
    });
    logAccepted(world, "chat.postMessage", message);
    return {
      channel: conversation.id,
      ts: message.ts,
      message: slackMessage(world, conversation, message, true),
      ...warningFor(args),
    };
  },
  "chat.postEphemeral": ({ world, args }) => {
    const conversation = writableConversation(world, requiredArg(args, "channel"));
    const user = requiredArg(args, "user");
    if (!conversation.members.includes(user)) throw new SlackRefusal("user_not_in_channel");
    const content = contentArgs(world, args);
    const message = addMessage(world, conversation, {
      ...content,
      author: world.options.bot.userId,
      threadTs: threadArg(conversation, args),
      ephemeralFor: user,
    });
    logAccepted(world, "chat.postEphemeral", message);
    return { message_ts: message.ts };
  },
  "chat.update": ({ world, args }) => {
    const { conversation, message } = ownMessage(world, args, "cant_update_message");
    if (!hasArg(args, "text") && !hasArg(args, "blocks") && !hasArg(args, "attachments"))
      throw new SlackRefusal("no_text");
    const blocks = hasArg(args, "blocks")
      ? contentArgs(world, { ...args, text: textArg(args, "text") || " " }).blocks
      : null;
    // What is left out stays: text, blocks and metadata are replaced one by one.
    if (blocks) message.blocks = blocks;
    if (hasArg(args, "text")) message.text = textArg(args, "text").slice(0, longestText);
    if (hasArg(args, "metadata")) message.metadata = metadataArg(args);
    message.editedTs = world.nextTs();
    world.changed();
    logAccepted(world, "chat.update", message);
    return {
      channel: conversation.id,
      ts: message.ts,
      text: message.text,
      message: slackMessage(world, conversation, message, true),
    };
  },
  "chat.delete": ({ world, args }) => {
    const { conversation, message } = ownMessage(world, args, "cant_delete_message");
    conversation.messages = conversation.messages.filter((other) => other !== message);
    world.changed();
    logAccepted(world, "chat.delete", message);
    return { channel: conversation.id, ts: message.ts };
  },
  "chat.getPermalink": ({ world, args }) => {
    const conversation = conversationOf(world, requiredArg(args, "channel"));
    const message = messageAt(conversation, requiredArg(args, "message_ts"));
    if (!message) throw new SlackRefusal("message_not_found");
    const permalink = `${world.url}/archives/${conversation.id}/p${message.ts.replace(".", "")}`;
    return { channel: conversation.id, permalink };
  },
  "reactions.add": ({ world, args }) => {
    const message = messageAt(conversationOf(world, requiredArg(args, "channel")), requiredArg(args, "timestamp"));
    if (!message) throw new SlackRefusal("message_not_found");
    const name = requiredArg(args, "name");
    const { userId } = world.options.bot;
    const reaction = message.reactions.find((one) => one.name === name);
    if (reaction?.users.includes(userId)) throw new SlackRefusal("already_reacted");
    if (reaction) reaction.users.push(userId);
    else message.reactions.push({ name, users: [userId] });
    world.changed();
    return {};
  },
};
