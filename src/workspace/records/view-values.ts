import type { SlackBlock } from "../contract.ts";
import { type Json, objectOf, objectsOf, stringOf } from "../json.ts";
import type { ViewValues } from "../world.ts";

/** An element that a person can set, with the block it stands in. */
export interface Control {
  block: SlackBlock;
  element: Json;
  blockId: string;
  actionId: string;
  type: string;
}

/** For each element type that holds a value: the field of its value and the field of its initial value. */
const stateful: Record<string, { field: string; initial: string; empty: unknown }> = {
  plain_text_input: { field: "value", initial: "initial_value", empty: null },
  email_text_input: { field: "value", initial: "initial_value", empty: null },
  url_text_input: { field: "value", initial: "initial_value", empty: null },
  number_input: { field: "value", initial: "initial_value", empty: null },
  rich_text_input: { field: "rich_text_value", initial: "initial_value", empty: null },
  datepicker: { field: "selected_date", initial: "initial_date", empty: null },
  timepicker: { field: "selected_time", initial: "initial_time", empty: null },
  datetimepicker: { field: "selected_date_time", initial: "initial_date_time", empty: null },
  static_select: { field: "selected_option", initial: "initial_option", empty: null },
  external_select: { field: "selected_option", initial: "initial_option", empty: null },
  radio_buttons: { field: "selected_option", initial: "initial_option", empty: null },
  users_select: { field: "selected_user", initial: "initial_user", empty: null },
  conversations_select: { field: "selected_conversation", initial: "initial_conversation", empty: null },
  channels_select: { field: "selected_channel", initial: "initial_channel", empty: null },
  checkboxes: { field: "selected_options", initial: "initial_options", empty: [] },
  multi_static_select: { field: "selected_options", initial: "initial_options", empty: [] },
  multi_external_select: { field: "selected_options", initial: "initial_options", empty: [] },
  multi_users_select: { field: "selected_users", initial: "initial_users", empty: [] },
  multi_conversations_select: { field: "selected_conversations", initial: "initial_conversations", empty: [] },
  multi_channels_select: { field: "selected_channels", initial: "initial_channels", empty: [] },
  file_input: { field: "files", initial: "initial_files", empty: [] },
};

/** The field of the payload that holds the value of this element type; absent for buttons and menus. */
export const valueField = (type: string): string | undefined => stateful[type]?.field;

function elementsOf(block: SlackBlock): Json[] {
  if (block.type === "input") return [objectOf(block.element)];
  if (block.type === "section") return [objectOf(block.accessory)];
  if (block.type === "card") return objectsOf(block.actions);
  return block.type === "actions" || block.type === "context_actions" ? objectsOf(block.elements) : [];
}

/** Every interactive element of the blocks, in the order shown, containers and carousels included. */
export function controlsOf(blocks: SlackBlock[]): Control[] {
  return blocks.flatMap((block) => {
    const nested = [...objectsOf(block.child_blocks), ...(block.type === "carousel" ? objectsOf(block.elements) : [])];
    const inner = nested.map(
      (child): SlackBlock => ({
        ...child,
        type: stringOf(child.type),
        block_id: stringOf(child.block_id),
      }),
    );
    const own = elementsOf(block)
      .filter((element) => typeof element.action_id === "string")
      .map((element) => ({
        block,
        element,
        blockId: stringOf(block.block_id),
        actionId: stringOf(element.action_id),
        type: stringOf(element.type),
      }));
    return [...own, ...controlsOf(inner)];
  });
}

/** The value an element starts with, as `view.state.values` shows it. */
export function initialValue(element: Json): Json | undefined {
  const type = stringOf(element.type);
  const form = stateful[type];
  return form ? { type, [form.field]: element[form.initial] ?? form.empty } : undefined;
}

/** State after a view is shown anew: a value stays where block id, action id and type are the same (bolt-js#290). */
export function valuesAfter(blocks: SlackBlock[], before: ViewValues): ViewValues {
  const values: ViewValues = {};
  for (const { element, blockId, actionId, type } of controlsOf(blocks)) {
    const initial = initialValue(element);
    if (!initial) continue;
    const known = objectOf(before[blockId]?.[actionId]);
    values[blockId] = { ...values[blockId], [actionId]: known.type === type ? known : initial };
  }
  return values;
}

/** Takes from what a person sends only the values of elements that the blocks really hold. */
export function valuesSent(blocks: SlackBlock[], before: ViewValues, sent: ViewValues): ViewValues {
  const known = valuesAfter(blocks, before);
  for (const [blockId, actions] of Object.entries(known)) {
    for (const [actionId, value] of Object.entries(actions)) {
      const given = sent[blockId]?.[actionId];
      if (given !== undefined) actions[actionId] = { ...objectOf(given), type: objectOf(value).type };
    }
  }
  return known;
}

/** True when an element of this value holds nothing. */
export function isEmptyValue(value: unknown): boolean {
  const json = objectOf(value);
  const field = valueField(stringOf(json.type));
  const content = field ? json[field] : undefined;
  return (
    content === undefined || content === null || content === "" || (Array.isArray(content) && content.length === 0)
  );
}
