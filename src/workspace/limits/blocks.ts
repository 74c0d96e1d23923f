import { isJson, type Json, objectsOf, stringOf } from "../json.ts";
import { elementIn, places } from "./elements.ts";
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
  type Surface,
  textObject,
  textUpTo,
} from "./problem.ts";

const contextItem: Rule = (value, pointer) =>
  isJson(value) && value.type === "image"
    ? elementIn(["image"])(value, pointer)
    : textObject(2000, "any")(value, pointer);
const cell = fields({ type: required(oneOf("raw_text", "raw_number", "rich_text")) });
const point = fields({ label: required(textUpTo(20, 1)), value: required(numberBetween(-1e15, 1e15)) });
const chart = fields({
  type: required(oneOf("line", "bar", "area", "pie")),
  segments: listUpTo(12, point),
  series: listUpTo(12, fields({ name: required(textUpTo(20, 1)), data: required(listUpTo(20, point)) })),
});

const card: Record<string, Rule> = {
  title: textObject(150, "any"),
  subtitle: textObject(150, "any"),
  body: textObject(200, "any"),
  actions: listUpTo(5, elementIn(["button"])),
};
const section: Record<string, Rule> = {
  text: textObject(3000, "any"),
  fields: listUpTo(10, textObject(2000, "any")),
  accessory: elementIn(places.accessory),
};
const input: Record<string, Rule> = {
  label: required(textObject(2000)),
  hint: textObject(2000),
  element: required(elementIn(places.input)),
};
const container: Record<string, Rule> = {
  title: textObject(150),
  subtitle: textObject(150, "any"),
  child_blocks: required((value, pointer) => listUpTo(10, blockRule)(value, pointer)),
};

/** What each block may hold; a type that is not listed does not exist. */
const blockRules: Record<string, Record<string, Rule>> = {
  actions: { elements: required(listUpTo(25, elementIn(places.actions))) },
  alert: { text: required(textObject(200, "any")), level: oneOf("default", "info", "warning", "error", "success") },
  card,
  carousel: { elements: required(listUpTo(10, fields(card))) },
  container,
  context: { elements: required(listUpTo(10, contextItem)) },
  context_actions: { elements: required(listUpTo(5, elementIn(places.contextActions))) },
  data_table: { caption: required(textUpTo(3000, 1)), page_size: numberBetween(1, 100), rows: required(anything) },
  data_visualization: { title: required(textUpTo(50, 1)), chart: required(chart) },
  divider: {},
  file: {},
  header: { text: required(textObject(150)) },
  image: { alt_text: required(textUpTo(2000)), title: textObject(2000), image_url: textUpTo(3000) },
  input,
  markdown: { text: required(textUpTo(12_000, 1)) },
  rich_text: { elements: required(anything) },
  section,
  table: { rows: required(listUpTo(100, listUpTo(20, cell))) },
  video: { title: required(textObject(200)), alt_text: required(textUpTo(2000)) },
};

const sectionNeedsContent = (block: Json, pointer: string): Problem[] =>
  block.type === "section" && block.text === undefined && block.fields === undefined
    ? [{ pointer, message: "missing required field: text" }]
    : [];

const blockRule: Rule = (value, pointer) => {
  if (!isJson(value)) return [{ pointer, message: "must provide an object" }];
  const type = stringOf(value.type);
  const rules = blockRules[type];
  if (!rules) return [{ pointer: `${pointer}/type`, message: `unsupported type: ${type}` }];
  return [
    ...fieldsOf(value, { block_id: textUpTo(255), ...rules }, pointer),
    ...sectionNeedsContent(value, pointer),
    ...repeatedActionIds(value, pointer),
  ];
};

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => id !== "" && ids.indexOf(id) !== index))];
}

function repeatedActionIds(block: Json, pointer: string): Problem[] {
  const ids = [...objectsOf(block.elements), ...objectsOf(block.actions)].map((element) => stringOf(element.action_id));
  return repeated(ids).map((id) => ({
    pointer: `${pointer}/elements`,
    message: `\`action_id\` "${id}" already exists in this block`,
  }));
}

function repeatedBlockIds(blocks: Json[], pointer: string): Problem[] {
  const ids = blocks
    .flatMap((block) => [block, ...objectsOf(block.child_blocks)])
    .map((block) => stringOf(block.block_id));
  return repeated(ids).map((id) => ({ pointer, message: `\`block_id\` "${id}" already exists` }));
}

const modalsOnly = ["alert"];
const chartsPerMessage = 2;

function surfaceProblems(surface: Surface, blocks: Json[], pointer: string): Problem[] {
  const misplaced = blocks.flatMap((block, index) =>
    surface !== "modal" && modalsOnly.includes(stringOf(block.type))
      ? [{ pointer: `${pointer}/${index}/type`, message: `unsupported type: ${stringOf(block.type)}` }]
      : [],
  );
  const charts = blocks.filter((block) => block.type === "data_visualization").length;
  const crowded = surface === "message" && charts > chartsPerMessage;
  return crowded
    ? [...misplaced, { pointer, message: `no more than ${chartsPerMessage} data_visualization blocks allowed` }]
    : misplaced;
}

/** Everything Slack would refuse in these blocks on this surface; an empty list means accepted. */
export function blockProblems(surface: Surface, blocks: unknown, pointer = "/blocks"): Problem[] {
  if (blocks === undefined || blocks === null) return [];
  const most = surface === "message" ? 50 : 100;
  const sized = listUpTo(most, blockRule, 0)(blocks, pointer);
  const objects = objectsOf(blocks);
  return [...sized, ...repeatedBlockIds(objects, pointer), ...surfaceProblems(surface, objects, pointer)];
}
