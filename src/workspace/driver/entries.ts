import { isJson, type Json, objectOf, objectsOf, stringOf } from "../json.ts";
import { type Control, controlsOf, initialValue, valueField } from "../records/view-values.ts";
import type { View, ViewValues } from "../world.ts";

/** What a person has typed or set and the app does not know yet, per view. */
export interface Entries {
  of(view: View): ViewValues;
  set(view: View, control: Control, value: Json): void;
}

/** Typed values live as long as the field stays: same block id, action id and type. */
export function createEntries(): Entries {
  const byView = new Map<string, ViewValues>();
  return {
    of(view) {
      const typed = byView.get(view.id) ?? {};
      const kept: ViewValues = {};
      for (const { blockId, actionId, type } of controlsOf(view.blocks)) {
        const value = objectOf(typed[blockId]?.[actionId]);
        if (value.type === type) kept[blockId] = { ...kept[blockId], [actionId]: value };
      }
      byView.set(view.id, kept);
      return kept;
    },
    set(view, control, value) {
      const kept = this.of(view);
      kept[control.blockId] = { ...kept[control.blockId], [control.actionId]: value };
    },
  };
}

const textTypes = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];
const typedTypes = [...textTypes, "datepicker", "timepicker", "datetimepicker", "rich_text_input"];

export const isTyped = (control: Control): boolean => typedTypes.includes(control.type);
export const isChosen = (control: Control): boolean =>
  /select$|^radio_buttons$|^checkboxes$|^overflow$/.test(control.type);
export const isFileInput = (control: Control): boolean => control.type === "file_input";

const richText = (text: string): Json => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

/** The payload value of a field that is typed: text, number, date (YYYY-MM-DD), time (HH:MM), moment (epoch seconds). */
export function typedValue(control: Control, value: string): Json {
  const field = valueField(control.type) ?? "value";
  const empty = value === "";
  const content = () => {
    if (control.type === "datetimepicker") return Number(value);
    return control.type === "rich_text_input" ? richText(value) : value;
  };
  return { type: control.type, [field]: empty ? null : content() };
}

/** The options an element offers, groups flattened. */
export const optionsOf = (element: Json): Json[] => [
  ...objectsOf(element.options),
  ...objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options)),
];

/** The option of this text or value. Throws with what is offered instead. */
export function optionNamed(options: Json[], wanted: string): Json {
  const textOf = (option: Json) => stringOf(objectOf(option.text).text);
  const found =
    options.find((option) => textOf(option) === wanted) ?? options.find((option) => stringOf(option.value) === wanted);
  if (!found) throw new Error(`There is no choice "${wanted}". Offered: ${options.map(textOf).join(" | ")}`);
  return found;
}

/** The payload value of a menu, radio group or check boxes after these choices. Ids stand for people and channels. */
export function chosenValue(control: Control, chosen: (Json | string)[]): Json {
  const field = valueField(control.type) ?? "selected_option";
  const many = Array.isArray(initialValue(control.element)?.[field]);
  const content = many ? chosen : (chosen[0] ?? null);
  return { type: control.type, [field]: content };
}

/** Whether setting this control tells the app at once; `enter` is a pressed Enter key. */
export function dispatches(control: Control, enter: boolean): boolean {
  if (control.block.type !== "input") return true;
  if (control.block.dispatch_action !== true) return false;
  if (!textTypes.includes(control.type) && control.type !== "rich_text_input") return true;
  const config = control.element.dispatch_action_config;
  const on =
    isJson(config) && Array.isArray(config.trigger_actions_on) ? config.trigger_actions_on : ["on_enter_pressed"];
  return on.includes(enter ? "on_enter_pressed" : "on_character_entered");
}
