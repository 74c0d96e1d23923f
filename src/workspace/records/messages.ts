import type { Json } from "../json.ts";
import { team } from "../options.ts";
import type { Conversation, Message, World } from "../world.ts";
import { slackFile } from "./files.ts";

/** Slack cuts longer texts instead of refusing them (docs.slack.dev/changelog/2018-truncating-really-long-messages). */
export const longestText = 40_000;

export type NewMessage = Pick<Message, "author" | "text" | "blocks"> &
  Partial<Pick<Message, "threadTs" | "attachments" | "metadata" | "files" | "ephemeralFor">>;

/** Adds a message at the end of a conversation. */
export function addMessage(world: World, conversation: Conversation, message: NewMessage): Message {
  const businessClock = world.options.clock?.now();
  const added: Message = {
    attachments: [],
    files: [],
    reactions: [],
    ...message,
    text: message.text.slice(0, longestText),
    channel: conversation.id,
    ts: world.nextTs(),
    ...(businessClock === undefined ? {} : { saidAt: Date.parse(businessClock.iso) }),
  };
  conversation.messages.push(added);
  world.changed();
  return added;
}

/** Writes what was carried out into the log that tests read. */
export function logAccepted(world: World, method: string, message: Message): void {
  world.accepted.push({
    method,
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    metadata: message.metadata,
    threadTs: message.threadTs,
    ephemeralFor: message.ephemeralFor,
    at: world.now(),
  });
}

export const messageAt = (conversation: Conversation, ts: string): Message | undefined =>
  conversation.messages.find((message) => message.ts === ts);

export const repliesTo = (conversation: Conversation, ts: string): Message[] =>
  conversation.messages.filter((message) => message.threadTs === ts && message.ts !== ts && !message.ephemeralFor);

function threadFacts(conversation: Conversation, message: Message): Json {
  if (message.threadTs) return { thread_ts: message.threadTs };
  const replies = repliesTo(conversation, message.ts);
  if (replies.length === 0) return {};
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((reply) => reply.author))],
    latest_reply: replies.at(-1)?.ts,
  };
}

/** Slack's message object; metadata only where it was asked for (`include_all_metadata`). */
export function slackMessage(world: World, conversation: Conversation, message: Message, metadata: boolean): Json {
  const { bot } = world.options;
  const own = message.author === bot.userId;
  const files = message.files.flatMap((id) => world.files.get(id) ?? []);
  return {
    type: "message",
    user: message.author,
    ...(own ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(files.length > 0 ? { files: files.map((file) => slackFile(world, file)) } : {}),
    ...(message.editedTs ? { edited: { user: message.author, ts: message.editedTs } } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((reaction) => ({ ...reaction, count: reaction.users.length })) }
      : {}),
    ...(metadata && message.metadata ? { metadata: message.metadata } : {}),
    ...threadFacts(conversation, message),
  };
}
