import { isJson, type Json, stringOf } from "../json.ts";

/** Fields that a person never reads, or sees only after a click. */
const unseen = new Set([
  ...["type", "block_id", "action_id", "value", "url", "image_url", "confirm", "style", "initial_option", "level"],
  ...["initial_options", "initial_value", "initial_date", "initial_time", "placeholder", "option_groups", "width"],
]);
/** Choices of these stand open on the surface; those of menus do not. */
const openChoices = new Set(["radio_buttons", "checkboxes"]);

function shownIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(shownIn);
  if (!isJson(value)) return [];
  return Object.entries(value)
    .filter(([name]) => !unseen.has(name) && (name !== "options" || openChoices.has(stringOf(value.type))))
    .flatMap(([, child]) => shownIn(child));
}

/** Every text that blocks show, one per line, in reading order; menus closed, confirmations not asked. */
export const shownText = (blocks: Json[]): string => blocks.flatMap(shownIn).join("\n");

/** The visible name of an element: its text, its accessibility label, or the label of its input block. */
export function nameOf(block: Json, element: Json): string {
  const own = isJson(element.text) ? stringOf(element.text.text) : "";
  const label = isJson(block.label) ? stringOf(block.label.text) : "";
  const placeholder = isJson(element.placeholder) ? stringOf(element.placeholder.text) : "";
  return own || label || placeholder;
}
