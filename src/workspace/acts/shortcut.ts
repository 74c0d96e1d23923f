import type { WorkspaceAct, WorkspaceActAnswer } from "../contract.ts";
import { conversationOf } from "../records/conversations.ts";
import { messageAt, slackMessage } from "../records/messages.ts";
import { issueResponseUrl, issueTrigger } from "../records/triggers.ts";
import { ActRefused, actorOf, answerWith, type Hall, interactionBase, missedNotice } from "./hall.ts";

type ShortcutAct = Extract<WorkspaceAct, { kind: "message_shortcut" }>;

/** A person chooses an entry of the app in a message's menu: one `message_action` payload, sent once. */
export async function chooseShortcut(hall: Hall, act: ShortcutAct): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, act.as);
  const conversation = conversationOf(world, act.channel);
  const message = messageAt(conversation, act.ts);
  const isHidden = message?.ephemeralFor !== undefined;
  if (!message || isHidden || !conversation.members.includes(person.id))
    throw new ActRefused("This is no longer shown.");
  const known = world.options.shortcuts?.some(({ callbackId }) => callbackId === act.callbackId) ?? false;
  if (!known) throw new ActRefused("The app has no such shortcut.");
  const receipt = await delivery.once("interactive", {
    type: "message_action",
    ...interactionBase(world, person),
    callback_id: act.callbackId,
    trigger_id: issueTrigger(world, person.id),
    response_url: issueResponseUrl(world, conversation.id, person.id, message.ts),
    action_ts: world.nextTs(),
    message_ts: message.ts,
    channel: { id: conversation.id, name: conversation.kind === "im" ? "directmessage" : conversation.name },
    message: slackMessage(world, conversation, message, false),
  });
  return answerWith(world, person, missedNotice(world, receipt));
}
