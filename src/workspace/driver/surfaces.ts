import type { SlackBlock, WorkspaceMessage, WorkspaceView } from "../contract.ts";
import { stringOf } from "../json.ts";
import { conversationsOf, messagesFor, pageView } from "../local-page/snapshot.ts";
import { directMessage } from "../records/conversations.ts";
import { personOf } from "../records/people.ts";
import { type Control, controlsOf } from "../records/view-values.ts";
import { topModal } from "../records/views.ts";
import type { Conversation, World } from "../world.ts";
import { nameOf, shownText } from "./shown-text.ts";

/** A message as a person reads it. */
export interface ShownMessage extends WorkspaceMessage {
  /** Everything it shows: its blocks, or its text where it has none. */
  shown: string;
  /** Visible names of its buttons, in order. */
  buttons: string[];
}

/** A modal or Home tab as a person reads it. */
export interface ShownView extends WorkspaceView {
  /** Everything it shows, errors at fields included. */
  text: string;
  buttons: string[];
}

/** Something with blocks on a person's screen. */
export interface Surface {
  name: string;
  blocks: SlackBlock[];
  where: { message: { channel: string; ts: string } } | { view: string };
}

const buttonsOf = (blocks: SlackBlock[]): string[] =>
  controlsOf(blocks)
    .filter((control) => control.type === "button")
    .map((control) => nameOf(control.block, control.element));

export const shownMessage = (message: WorkspaceMessage): ShownMessage => ({
  ...message,
  shown: message.blocks.length > 0 ? shownText(message.blocks) : message.text,
  buttons: buttonsOf(message.blocks),
});

function shownView(view: WorkspaceView): ShownView {
  const errors = Object.values(view.errors);
  return {
    ...view,
    text: [view.title, shownText(view.blocks), ...errors, view.submit ?? "", view.close ?? ""].join("\n"),
    buttons: buttonsOf(view.blocks),
  };
}

/** A conversation by id or channel name; without one, the direct message with the app. */
export function conversationNamed(world: World, person: string, name?: string): Conversation {
  if (name === undefined) return directMessage(world, person);
  const mine = conversationsOf(world, personOf(world, person));
  const found = mine.find((conversation) => [conversation.id, conversation.name].includes(name.replace(/^#/, "")));
  if (!found) throw new Error(`There is no conversation "${name}" for ${person}.`);
  return found;
}

export const modalOf = (world: World, person: string): ShownView | null => {
  const top = topModal(world, person);
  return top ? shownView(pageView(top)) : null;
};

export const homeOf = (world: World, person: string): ShownView | null => {
  const home = world.homes.get(person);
  return home ? shownView(pageView(home)) : null;
};

/** All messages this person sees, newest first. */
export function newestMessages(world: World, person: string): ShownMessage[] {
  return conversationsOf(world, personOf(world, person))
    .flatMap((conversation) => messagesFor(world, conversation, person))
    .sort((one, other) => Number(other.ts) - Number(one.ts))
    .map(shownMessage);
}

export const surfaceOfView = (view: ShownView): Surface => ({
  name: view.type === "home" ? "the Home tab" : `the modal "${view.title}"`,
  blocks: view.blocks,
  where: { view: view.id },
});

export const surfaceOfMessage = (message: ShownMessage): Surface => ({
  name: `the message "${message.text.slice(0, 60)}"`,
  blocks: message.blocks,
  where: { message: { channel: message.channel, ts: message.ts } },
});

/** What of a surface stands beside a text: the block that shows it, and the blocks after it up to the next such text block. */
function blocksBeside(blocks: SlackBlock[], text: string): SlackBlock[] {
  const at = blocks.findIndex((block) => shownText([block]).includes(text));
  if (at < 0) return [];
  const next = blocks.findIndex((block, index) => index > at && block.type !== "actions" && block.type !== "context");
  return blocks.slice(at, next < 0 ? undefined : next);
}

/** The control of this name: by action id, block id, visible name, or a part of the visible name, in this order. */
export function findControl(
  surface: Surface,
  wanted: string,
  fits: (control: Control) => boolean,
  beside?: string,
): Control | undefined {
  const blocks = beside === undefined ? surface.blocks : blocksBeside(surface.blocks, beside);
  const controls = controlsOf(blocks).filter(fits);
  const name = (control: Control) => nameOf(control.block, control.element);
  return (
    controls.find((control) => control.actionId === wanted || control.blockId === wanted) ??
    controls.find((control) => name(control) === wanted) ??
    controls.find((control) => name(control).includes(wanted))
  );
}

/** Errors at fields, by the label of the field. */
export function errorsByLabel(view: ShownView | null): Record<string, string> {
  const entries = Object.entries(view?.errors ?? {}).map(([blockId, text]) => {
    const block = view?.blocks.find((one) => one.block_id === blockId);
    const label = block ? nameOf(block, {}) : "";
    return [label || stringOf(blockId), text];
  });
  return Object.fromEntries(entries);
}
