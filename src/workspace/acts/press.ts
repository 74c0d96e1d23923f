import type { SlackBlock, WorkspaceAct, WorkspaceActAnswer } from "../contract.ts";
import { type Json, objectOf, objectsOf } from "../json.ts";
import { conversationOf } from "../records/conversations.ts";
import { slackFile } from "../records/files.ts";
import { messageAt, slackMessage } from "../records/messages.ts";
import { issueResponseUrl, issueTrigger } from "../records/triggers.ts";
import { type Control, controlsOf, initialValue, valueField, valuesAfter, valuesSent } from "../records/view-values.ts";
import { slackView, viewOf } from "../records/views.ts";
import type { Person, View, ViewValues, World } from "../world.ts";
import { ActRefused, actorOf, answerWith, type Hall, interactionBase, missedNotice } from "./hall.ts";

export type BlockActionAct = Extract<WorkspaceAct, { kind: "block_action" }>;

function controlIn(blocks: SlackBlock[], act: { blockId: string; actionId: string }): Control {
  const control = controlsOf(blocks).find((one) => one.blockId === act.blockId && one.actionId === act.actionId);
  if (!control) throw new ActRefused("This is no longer shown.");
  return control;
}

/** The action as Slack sends it: buttons carry what the app gave them, the rest carries what the person chose. */
function actionOf(world: World, control: Control, payload: Json): Json {
  const { element, type } = control;
  const chosen = valueField(type) === undefined && type !== "overflow" ? {} : payload;
  const given = ["text", "value", "url", "style", "placeholder", "confirm", "initial_option"].flatMap((name) =>
    element[name] === undefined ? [] : [[name, element[name]]],
  );
  return {
    ...Object.fromEntries(given),
    ...chosen,
    type,
    action_id: control.actionId,
    block_id: control.blockId,
    action_ts: world.nextTs(),
  };
}

/** Files come from the page as ids; Slack's payload carries whole file objects. */
export function withFiles(world: World, values: ViewValues): ViewValues {
  const complete = (value: unknown): unknown => {
    const json = objectOf(value);
    if (json.type !== "file_input") return value;
    const files = objectsOf(json.files).flatMap((file) => world.files.get(String(file.id)) ?? []);
    return { type: "file_input", files: files.map((file) => slackFile(world, file)) };
  };
  return Object.fromEntries(
    Object.entries(values).map(([block, actions]) => [
      block,
      Object.fromEntries(Object.entries(actions).map(([action, value]) => [action, complete(value)])),
    ]),
  );
}

const setValue = (values: ViewValues, control: Control, payload: Json): ViewValues => {
  const field = valueField(control.type);
  if (!field) return values;
  const value = { ...initialValue(control.element), [field]: payload[field] ?? null, type: control.type };
  return { ...values, [control.blockId]: { ...values[control.blockId], [control.actionId]: value } };
};

function inView(world: World, person: Person, view: View, act: BlockActionAct): Json {
  if (view.owner !== person.id) throw new ActRefused("This is not on your screen.");
  const control = controlIn(view.blocks, act);
  const sent = act.values ? valuesSent(view.blocks, view.values, act.values) : view.values;
  view.values = withFiles(world, setValue(sent, control, act.payload));
  return {
    container: { type: "view", view_id: view.id },
    view: slackView(world, view),
    actions: [actionOf(world, control, act.payload)],
  };
}

function inMessage(world: World, person: Person, where: { channel: string; ts: string }, act: BlockActionAct): Json {
  const conversation = conversationOf(world, where.channel);
  const message = messageAt(conversation, where.ts);
  const hidden = message?.ephemeralFor !== undefined && message.ephemeralFor !== person.id;
  if (!message || hidden || !conversation.members.includes(person.id)) throw new ActRefused("This is no longer shown.");
  const control = controlIn(message.blocks, act);
  const key = `${conversation.id}:${message.ts}:${person.id}`;
  const known = valuesAfter(message.blocks, world.messageValues.get(key) ?? {});
  const values = setValue(act.values ? valuesSent(message.blocks, known, act.values) : known, control, act.payload);
  world.messageValues.set(key, values);
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: message.ephemeralFor !== undefined,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: conversation.id, name: conversation.kind === "im" ? "directmessage" : conversation.name },
    message: slackMessage(world, conversation, message, false),
    state: { values },
    response_url: issueResponseUrl(world, conversation.id, person.id, message.ts),
    actions: [actionOf(world, control, act.payload)],
  };
}

/**
 * What was typed last may still be on its way when the modal closes or turns to its next step: it reaches nobody, and nothing
 * went wrong, for a step that was left was submitted with all its values. Of a button somebody expects an answer.
 */
function comesTooLate(world: World, viewId: string, { blockId, actionId, values }: BlockActionAct): boolean {
  const view = [...world.views.values(), ...world.homes.values()].find(({ id }) => id === viewId);
  const isField = values?.[blockId]?.[actionId] !== undefined;
  const stands = (blocks: SlackBlock[]) =>
    controlsOf(blocks).some((one) => one.blockId === blockId && one.actionId === actionId);
  return view === undefined || (isField && !stands(view.blocks));
}

/** A person presses a button or sets a menu that dispatches: one `block_actions` payload, sent once. */
export async function press(hall: Hall, act: BlockActionAct): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, act.as);
  if ("view" in act.where && comesTooLate(world, act.where.view, act)) return { ok: true };
  const place =
    "view" in act.where
      ? inView(world, person, viewOf(world, act.where.view), act)
      : inMessage(world, person, act.where.message, act);
  const receipt = await delivery.once("interactive", {
    type: "block_actions",
    ...interactionBase(world, person),
    trigger_id: issueTrigger(world, person.id),
    ...place,
  });
  return answerWith(world, person, missedNotice(world, receipt));
}

/** A person types into a menu whose options the app supplies: `block_suggestion`. */
export async function suggest(
  hall: Hall,
  act: Extract<WorkspaceAct, { kind: "options" }>,
): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, act.as);
  const view = viewOf(world, act.view);
  const control = controlIn(view.blocks, act);
  const receipt = await delivery.once("interactive", {
    type: "block_suggestion",
    ...interactionBase(world, person),
    container: { type: "view", view_id: view.id },
    action_id: control.actionId,
    block_id: control.blockId,
    value: act.query,
    view: slackView(world, view),
  });
  const body = objectOf(receipt.acknowledged ? receipt.body : undefined);
  const notice = missedNotice(world, receipt);
  if (notice !== undefined) return answerWith(world, person, notice);
  return Array.isArray(body.option_groups)
    ? { ok: true, option_groups: objectsOf(body.option_groups) }
    : { ok: true, options: objectsOf(body.options) };
}
