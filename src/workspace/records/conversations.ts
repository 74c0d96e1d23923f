import type { Json } from "../json.ts";
import { team } from "../options.ts";
import { SlackRefusal } from "../refusal.ts";
import type { Conversation, World } from "../world.ts";

/** The direct message between the app's bot and a person: `D` and the rest of the person's id; made when missing. */
export function directMessage(world: World, user: string): Conversation {
  const id = `D${user.slice(1)}`;
  const existing = world.conversations.get(id);
  if (existing) return existing;
  const conversation: Conversation = {
    id,
    kind: "im",
    name: world.people.get(user)?.realName ?? user,
    members: [user, world.options.bot.userId],
    isPrivate: true,
    isArchived: false,
    messages: [],
    readUpTo: new Map(),
  };
  world.conversations.set(id, conversation);
  return conversation;
}

/** The person on the other side of a direct message, or the empty text. */
export const imPartner = (world: World, conversation: Conversation): string =>
  conversation.kind === "im" ? (conversation.members.find((member) => member !== world.options.bot.userId) ?? "") : "";

/** A conversation by id (C…, D…); a user id (U…) opens the direct message, as chat.postMessage does. */
export function conversationOf(world: World, id: string): Conversation {
  const known = world.conversations.get(id);
  if (known) return known;
  const person = world.people.get(id) ?? (id.startsWith("D") ? world.people.get(`U${id.slice(1)}`) : undefined);
  if (!person || person.deleted || person.isBot) throw new SlackRefusal("channel_not_found");
  return directMessage(world, person.id);
}

/** A conversation that the bot may write to. Refuses with channel_not_found, is_archived, not_in_channel. */
export function writableConversation(world: World, id: string): Conversation {
  const conversation = conversationOf(world, id);
  const partner = imPartner(world, conversation);
  if (partner !== "" && world.people.get(partner)?.deleted) throw new SlackRefusal("channel_not_found");
  if (conversation.isArchived) throw new SlackRefusal("is_archived");
  if (!conversation.members.includes(world.options.bot.userId)) throw new SlackRefusal("not_in_channel");
  return conversation;
}

/** Slack's conversation object, as the bot sees it. */
export function slackConversation(world: World, conversation: Conversation): Json {
  const im = conversation.kind === "im";
  return {
    id: conversation.id,
    created: 1,
    is_im: im,
    is_channel: !im && !conversation.isPrivate,
    is_group: !im && conversation.isPrivate,
    is_mpim: false,
    is_private: conversation.isPrivate,
    is_archived: conversation.isArchived,
    is_ext_shared: false,
    is_shared: false,
    is_org_shared: false,
    context_team_id: team.id,
    ...(im
      ? { user: imPartner(world, conversation), is_open: true }
      : {
          name: conversation.name,
          name_normalized: conversation.name,
          is_member: conversation.members.includes(world.options.bot.userId),
          num_members: conversation.members.length,
        }),
  };
}
