import { isJson, stringOf } from "../json.ts";
import {
  anything,
  fields,
  fieldsOf,
  listUpTo,
  numberBetween,
  oneOf,
  type Problem,
  type Rule,
  required,
  textObject,
  textUpTo,
} from "./problem.ts";

const option = fields({
  text: required(textObject(75, "any")),
  value: required(textUpTo(150)),
  description: textObject(75, "any"),
});
const menuOption = fields({
  text: required(textObject(75)),
  value: required(textUpTo(150)),
  description: textObject(75),
  url: textUpTo(3000),
});
const optionGroup = fields({ label: required(textObject(75)), options: required(listUpTo(100, menuOption)) });
const confirm = fields({
  title: textObject(100),
  text: required(textObject(300, "any")),
  confirm: textObject(30),
  deny: textObject(30),
  style: oneOf("primary", "danger"),
});
const common = { action_id: textUpTo(255), confirm };
const placeholder = textObject(150);

const staticMenu: Rule = (value, pointer) => {
  const menu = isJson(value) ? value : {};
  if (menu.options === undefined && menu.option_groups === undefined)
    return [{ pointer, message: "missing required field: options" }];
  return fieldsOf(menu, { options: listUpTo(100, menuOption), option_groups: listUpTo(100, optionGroup) }, pointer);
};
const textInput = { ...common, placeholder, initial_value: textUpTo(3000) };

const button = {
  ...common,
  text: required(textObject(75)),
  value: textUpTo(2000),
  url: textUpTo(3000),
  accessibility_label: textUpTo(75),
  style: oneOf("primary", "danger"),
};

/** What each element may hold; a type that is not listed does not exist. */
const elementRules: Record<string, Record<string, Rule>> = {
  button,
  workflow_button: button,
  overflow: { ...common, options: required(listUpTo(5, menuOption)) },
  radio_buttons: { ...common, options: required(listUpTo(10, option)) },
  checkboxes: { ...common, options: required(listUpTo(10, option)) },
  static_select: { ...common, placeholder },
  multi_static_select: { ...common, placeholder, max_selected_items: numberBetween(1, Number.MAX_SAFE_INTEGER) },
  external_select: { ...common, placeholder, initial_option: option },
  multi_external_select: { ...common, placeholder, initial_options: listUpTo(100, option) },
  users_select: { ...common, placeholder },
  multi_users_select: { ...common, placeholder },
  conversations_select: { ...common, placeholder },
  multi_conversations_select: { ...common, placeholder },
  channels_select: { ...common, placeholder },
  multi_channels_select: { ...common, placeholder },
  datepicker: { ...common, placeholder, initial_date: textUpTo(10) },
  timepicker: { ...common, placeholder, initial_time: textUpTo(5) },
  datetimepicker: common,
  plain_text_input: { ...textInput, min_length: numberBetween(0, 3000), max_length: numberBetween(1, 3000) },
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: { ...common, placeholder, is_decimal_allowed: required(anything) },
  rich_text_input: { ...common, placeholder, min_lines: numberBetween(1, 100), max_lines: numberBetween(1, 100) },
  file_input: { ...common, max_files: numberBetween(1, 10) },
  image: { alt_text: required(textUpTo(2000)), image_url: textUpTo(3000) },
  feedback_buttons: common,
  icon_button: { ...common, text: required(textObject(75)), value: textUpTo(2000) },
};

const menus = ["static_select", "multi_static_select"];
const choices = ["static_select", "multi_static_select", "external_select", "multi_external_select", "users_select"];
const moreChoices = ["multi_users_select", "conversations_select", "multi_conversations_select", "channels_select"];
const pickers = ["multi_channels_select", "datepicker", "timepicker", "datetimepicker", "radio_buttons", "checkboxes"];
const settable = [...choices, ...moreChoices, ...pickers];

/** Which elements may stand in which place. */
export const places = {
  actions: ["button", "workflow_button", "overflow", "rich_text_input", ...settable],
  accessory: ["button", "workflow_button", "overflow", "image", ...settable],
  input: [
    ...["plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input"],
    ...settable,
  ],
  contextActions: ["feedback_buttons", "icon_button"],
} as const;

/** An element that may stand in this place. Absent passes. */
export const elementIn =
  (allowed: readonly string[]): Rule =>
  (value, pointer): Problem[] => {
    if (value === undefined || value === null) return [];
    if (!isJson(value)) return [{ pointer, message: "must provide an object" }];
    const type = stringOf(value.type);
    const rules = allowed.includes(type) ? elementRules[type] : undefined;
    if (!rules) return [{ pointer: `${pointer}/type`, message: `unsupported type: ${type}` }];
    const menu = menus.includes(type) ? staticMenu(value, pointer) : [];
    return [...menu, ...fieldsOf(value, rules, pointer)];
  };
