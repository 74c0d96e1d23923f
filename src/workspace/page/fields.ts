import { list, type Shape, shape, shapes, word } from "./shape.ts";

/** A field's value as Slack's `view.state.values` holds it: `{ type, value }`, `{ type, selected_option }` and so on. */
export type FieldValue = Shape & { type: string };

export interface Field {
  blockId: string;
  element: Shape;
  /** The input block around it; null for elements of sections and actions, which always dispatch. */
  input: Shape | null;
}

interface Kind {
  /** Where the payload keeps the value. */
  at: string;
  /** Where the element keeps its initial value. */
  from: string;
  many?: true;
}

const TEXT: Kind = { at: "value", from: "initial_value" };
const OPTION: Kind = { at: "selected_option", from: "initial_option" };
const OPTIONS: Kind = { at: "selected_options", from: "initial_options", many: true };

const KINDS: Record<string, Kind> = {
  plain_text_input: TEXT,
  number_input: TEXT,
  email_text_input: TEXT,
  url_text_input: TEXT,
  static_select: OPTION,
  external_select: OPTION,
  radio_buttons: OPTION,
  multi_static_select: OPTIONS,
  multi_external_select: OPTIONS,
  checkboxes: OPTIONS,
  users_select: { at: "selected_user", from: "initial_user" },
  multi_users_select: { at: "selected_users", from: "initial_users", many: true },
  conversations_select: { at: "selected_conversation", from: "initial_conversation" },
  multi_conversations_select: { at: "selected_conversations", from: "initial_conversations", many: true },
  channels_select: { at: "selected_channel", from: "initial_channel" },
  multi_channels_select: { at: "selected_channels", from: "initial_channels", many: true },
  datepicker: { at: "selected_date", from: "initial_date" },
  timepicker: { at: "selected_time", from: "initial_time" },
  datetimepicker: { at: "selected_date_time", from: "initial_date_time" },
  rich_text_input: { at: "rich_text_value", from: "initial_value" },
  file_input: { at: "files", from: "", many: true },
};

function valueKey(type: string): string {
  return KINDS[type]?.at ?? "value";
}

export function takesMany(type: string): boolean {
  return KINDS[type]?.many === true;
}

/** The bare value inside a field's value: a string, an option, a list, or null. */
export function bare(value: FieldValue): unknown {
  return value[valueKey(value.type)] ?? null;
}

export function fieldValue(type: string, inner: unknown): FieldValue {
  return { type, [valueKey(type)]: inner };
}

export function isEmpty(inner: unknown): boolean {
  return inner === null || inner === undefined || inner === "" || (Array.isArray(inner) && inner.length === 0);
}

function initialValue(element: Shape): FieldValue | null {
  const type = word(element.type);
  const kind = KINDS[type];
  if (kind === undefined) {
    return null;
  }
  const inner = kind.many ? list(element[kind.from]) : (element[kind.from] ?? null);
  return fieldValue(type, inner);
}

/** Every element of these blocks that can hold a value, in the order it is drawn. */
export function fieldsOf(blocks: readonly unknown[]): Field[] {
  return shapes(blocks).flatMap((block) => {
    const blockId = word(block.block_id);
    const loose = (elements: Shape[]): Field[] => elements.map((element) => ({ blockId, element, input: null }));
    const found =
      block.type === "input" ? [{ blockId, element: shape(block.element), input: block }] : loose(looseElements(block));
    return [
      ...found,
      ...fieldsOf(list(block.child_blocks)),
      ...(block.type === "carousel" ? fieldsOf(list(block.elements)) : []),
    ];
  });
}

function looseElements(block: Shape): Shape[] {
  if (block.type === "actions") {
    return shapes(block.elements);
  }
  return block.type === "section" ? shapes([block.accessory]) : block.type === "card" ? shapes(block.actions) : [];
}

export type Values = Record<string, Record<string, FieldValue>>;

/**
 * What the person sees in each field of one view or message. A value lives as long as its block id and action id stay in
 * the view, whatever a newer view says about its initial value; that is how Slack's client keeps and loses input.
 */
export function settle(values: Values, blocks: readonly unknown[], dispatched: Record<string, Shape>): Values {
  const next: Values = {};
  for (const { blockId, element } of fieldsOf(blocks)) {
    const actionId = word(element.action_id);
    const first = initialValue(element);
    if (first === null) {
      continue;
    }
    const kept = values[blockId]?.[actionId];
    const told = shape(dispatched[blockId]?.[actionId]);
    const value = kept?.type === first.type ? kept : told.type === first.type ? { ...told, type: first.type } : first;
    next[blockId] = { ...next[blockId], [actionId]: value };
  }
  return next;
}
