import { randomBytes } from "node:crypto";
import type { SlackBlock } from "../contract.ts";
import { blockOf, isJson, type Json, objectsOf, stringOf } from "../json.ts";
import { team } from "../options.ts";
import { SlackRefusal } from "../refusal.ts";
import type { View, World } from "../world.ts";
import { valuesAfter } from "./view-values.ts";

export const deepestStack = 3;

const newHash = (world: World) => `${Math.floor(world.now() / 1000)}.${randomBytes(4).toString("hex")}`;

const withIds = (world: World, element: unknown): unknown =>
  isJson(element) && interactive.has(stringOf(element.type)) && typeof element.action_id !== "string"
    ? { ...element, action_id: world.nextId("a") }
    : element;

const interactive = new Set([
  ...["button", "overflow", "radio_buttons", "checkboxes", "datepicker", "timepicker", "datetimepicker", "file_input"],
  ...["plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "workflow_button"],
  ...["static_select", "external_select", "users_select", "conversations_select", "channels_select"],
  ...["multi_static_select", "multi_external_select", "multi_users_select", "multi_conversations_select"],
  ...["multi_channels_select", "icon_button", "feedback_buttons"],
]);

/** The blocks with every missing block id and action id filled in, as Slack does. */
export function completeBlocks(world: World, blocks: unknown): SlackBlock[] {
  return objectsOf(blocks).map((raw) => {
    const block = blockOf(raw);
    if (!block.block_id) block.block_id = world.nextId("b");
    if (block.element) block.element = withIds(world, block.element);
    if (block.accessory) block.accessory = withIds(world, block.accessory);
    if (Array.isArray(block.elements)) block.elements = block.elements.map((element) => withIds(world, element));
    if (Array.isArray(block.actions)) block.actions = block.actions.map((element) => withIds(world, element));
    if (block.child_blocks) block.child_blocks = completeBlocks(world, block.child_blocks);
    return block;
  });
}

function contentOf(world: World, payload: Json) {
  return {
    callbackId: stringOf(payload.callback_id),
    title: isJson(payload.title) ? payload.title : { type: "plain_text", text: "" },
    submit: isJson(payload.submit) ? payload.submit : null,
    close: isJson(payload.close) ? payload.close : null,
    blocks: completeBlocks(world, payload.blocks),
    privateMetadata: stringOf(payload.private_metadata),
    externalId: stringOf(payload.external_id),
    clearOnClose: payload.clear_on_close === true,
    notifyOnClose: payload.notify_on_close === true,
  };
}

export const stackOf = (world: World, user: string): string[] => world.stacks.get(user) ?? [];

/** The modal a person has before them, or undefined. */
export function topModal(world: World, user: string): View | undefined {
  const top = stackOf(world, user).at(-1);
  return top === undefined ? undefined : world.views.get(top);
}

function refuseUsedExternalId(world: World, externalId: string, except?: string): void {
  if (externalId === "") return;
  const used = [...world.views.values(), ...world.homes.values()].some(
    (view) => view.externalId === externalId && view.id !== except,
  );
  if (used) throw new SlackRefusal("duplicate_external_id");
}

/** Puts a modal on top of a person's stack. Refuses with push_limit_reached and duplicate_external_id. */
export function pushModal(world: World, user: string, payload: Json): View {
  const stack = stackOf(world, user);
  if (stack.length >= deepestStack) throw new SlackRefusal("push_limit_reached");
  refuseUsedExternalId(world, stringOf(payload.external_id));
  const id = world.nextId("V");
  const content = contentOf(world, payload);
  const view: View = {
    ...content,
    id,
    hash: newHash(world),
    type: "modal",
    owner: user,
    rootId: stack[0] ?? id,
    previousId: stack.at(-1) ?? null,
    errors: {},
    values: valuesAfter(content.blocks, {}),
  };
  world.views.set(id, view);
  world.stacks.set(user, [...stack, id]);
  world.changed();
  return view;
}

/** Replaces a view's content; inputs whose block id and action id stay keep what Slack knows of them. */
export function replaceView(world: World, view: View, payload: Json, hash?: string): View {
  if (hash !== undefined && hash !== view.hash) throw new SlackRefusal("hash_conflict");
  refuseUsedExternalId(world, stringOf(payload.external_id), view.id);
  Object.assign(view, contentOf(world, payload), { hash: newHash(world), errors: {} });
  view.values = valuesAfter(view.blocks, view.values);
  world.changed();
  return view;
}

/** Shows a Home tab. Refuses with hash_conflict when it was replaced since the hash was read. */
export function publishHome(world: World, user: string, payload: Json, hash?: string): View {
  const existing = world.homes.get(user);
  if (existing) return replaceView(world, existing, payload, hash);
  const id = world.nextId("V");
  const content = contentOf(world, payload);
  const view: View = {
    ...content,
    id,
    hash: newHash(world),
    type: "home",
    owner: user,
    rootId: id,
    previousId: null,
    errors: {},
    values: valuesAfter(content.blocks, {}),
  };
  world.homes.set(user, view);
  world.changed();
  return view;
}

/** A view that is open or published, by id or by external id. Refuses with not_found. */
export function viewOf(world: World, id: string, externalId = ""): View {
  const shown = [...world.views.values(), ...world.homes.values()];
  const view = shown.find((candidate) =>
    id !== "" ? candidate.id === id : externalId !== "" && candidate.externalId === externalId,
  );
  if (!view) throw new SlackRefusal("not_found");
  return view;
}

/** Takes the topmost modals away, down to `keep` of them; answers those closed, top first. */
export function closeModals(world: World, user: string, keep: number): View[] {
  const stack = stackOf(world, user);
  const closed = stack.slice(keep).reverse();
  world.stacks.set(user, stack.slice(0, keep));
  const views = closed.flatMap((id) => world.views.get(id) ?? []);
  for (const view of views) world.views.delete(view.id);
  world.changed();
  return views;
}

/** Slack's view object. `withValues: false` is what view_closed carries. */
export function slackView(world: World, view: View, withValues = true): Json {
  const { bot } = world.options;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: withValues ? view.values : {} },
    hash: view.hash,
    title: view.title,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: bot.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}
