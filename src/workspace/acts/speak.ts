import type { WorkspaceActAnswer } from "../contract.ts";
import { objectOf, stringOf } from "../json.ts";
import { team } from "../options.ts";
import { conversationOf, directMessage, imPartner } from "../records/conversations.ts";
import { addMessage, messageAt, slackMessage } from "../records/messages.ts";
import { issueResponseUrl, issueTrigger } from "../records/triggers.ts";
import { slackView } from "../records/views.ts";
import { postResponse } from "../response-url.ts";
import type { Conversation, Message, World } from "../world.ts";
import { ActRefused, actorOf, answerWith, type Hall, missedNotice } from "./hall.ts";

/** A conversation in which this person may write. */
function ownConversation(world: World, user: string, id: string): Conversation {
  const conversation = conversationOf(world, id);
  if (!conversation.members.includes(user)) throw new ActRefused("You are not in this conversation.");
  if (conversation.isArchived) throw new ActRefused("This channel is archived.");
  return conversation;
}

/** A message event as a person's message causes it. */
function messageEvent(world: World, conversation: Conversation, message: Message) {
  const im = imPartner(world, conversation) !== "";
  return {
    ...slackMessage(world, conversation, message, false),
    ...(message.files.length > 0 ? { subtype: "file_share" } : {}),
    channel: conversation.id,
    channel_type: im ? "im" : conversation.isPrivate ? "group" : "channel",
    event_ts: message.ts,
  };
}

/** A person writes a message; the bot hears of it where it is a member. */
export async function say(
  hall: Hall,
  as: string,
  channel: string,
  text: string,
  threadTs?: string,
): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, as);
  const conversation = ownConversation(world, as, channel);
  if (text.trim() === "") throw new ActRefused("There is nothing to send.");
  const parent = threadTs === undefined ? undefined : messageAt(conversation, threadTs);
  const message = addMessage(world, conversation, { author: person.id, text, blocks: [], threadTs: parent?.ts });
  conversation.readUpTo.set(as, message.ts);
  if (conversation.members.includes(world.options.bot.userId))
    await delivery.event(messageEvent(world, conversation, message));
  return { ok: true };
}

const commandTrouble = (command: string, reason: string) => `${command} did not work: ${reason}`;

/** A person types a slash command; only commands of the app's manifest exist. */
export async function command(
  hall: Hall,
  as: string,
  channel: string,
  name: string,
  text: string,
): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, as);
  const conversation = ownConversation(world, as, channel);
  if (!world.options.commands.some((known) => known.command === name))
    throw new ActRefused(`${name} is not a valid command.`);
  const receipt = await delivery.once("slash_commands", {
    token: "local",
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: conversation.kind === "im" ? "directmessage" : conversation.name,
    user_id: person.id,
    user_name: person.name,
    command: name,
    text,
    api_app_id: world.options.bot.appId,
    is_enterprise_install: "false",
    response_url: issueResponseUrl(world, conversation.id, person.id),
    trigger_id: issueTrigger(world, person.id),
  });
  const missed = missedNotice(world, receipt);
  if (missed !== undefined) return answerWith(world, person, commandTrouble(name, missed));
  const body = receipt.acknowledged ? receipt.body : undefined;
  const reply = typeof body === "string" ? { text: body } : objectOf(body);
  if (stringOf(reply.text) !== "" || Array.isArray(reply.blocks)) postResponse(world, conversation, as, reply);
  return { ok: true };
}

/** A person opens the app's Home tab; the app is told each time. */
export async function openHome(hall: Hall, as: string): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, as);
  const home = world.homes.get(person.id);
  await delivery.event({
    type: "app_home_opened",
    user: person.id,
    channel: directMessage(world, person.id).id,
    tab: "home",
    ...(home ? { view: slackView(world, home) } : {}),
  });
  return { ok: true };
}

/** A person has read a conversation to its end. */
export function markRead(hall: Hall, as: string, channel: string): WorkspaceActAnswer {
  const conversation = ownConversation(hall.world, as, channel);
  const last = conversation.messages.at(-1)?.ts ?? "";
  if (conversation.readUpTo.get(as) === last) return { ok: true };
  conversation.readUpTo.set(as, last);
  hall.world.changed();
  return { ok: true };
}

/** A person wants quiet for a while, or no more. The app is not told: it asks. */
export function doNotDisturb({ world }: Hall, as: string, minutes: number): WorkspaceActAnswer {
  const from = world.now();
  actorOf(world, as).quiet = minutes === 0 ? undefined : { from, until: from + minutes * 60_000 };
  world.changed();
  return { ok: true };
}
