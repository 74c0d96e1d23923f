import { type Json, objectsOf, stringOf } from "../json.ts";
import { SlackRefusal } from "../refusal.ts";
import { blockProblems } from "./blocks.ts";
import { fieldsOf, oneOf, type Problem, type Rule, required, textObject, textUpTo } from "./problem.ts";

const modalRules: Record<string, Rule> = {
  title: required(textObject(24)),
  submit: textObject(24),
  close: textObject(24),
};
const viewRules: Record<string, Rule> = {
  type: required(oneOf("modal", "home")),
  callback_id: textUpTo(255),
  private_metadata: textUpTo(3000),
  external_id: textUpTo(255),
};
const knownViewFields = new Set([
  ...["type", "title", "submit", "close", "blocks", "callback_id", "private_metadata", "external_id"],
  ...["clear_on_close", "notify_on_close", "submit_disabled"],
]);
const largestViewBytes = 250_000;
/** Measured by users at about 13,200 characters (slackapi/bolt-js#2509, #2867); Slack documents no number. */
const longestMessageBlocks = 13_200;

function textSize(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textSize(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, child]) => sum + (name === "text" && typeof child === "string" ? child.length : textSize(child)),
    0,
  );
}

/** What Slack would refuse in a message. */
export function messageProblems(blocks: unknown): Problem[] {
  const problems = blockProblems("message", blocks);
  if (problems.length > 0 || textSize(blocks) <= longestMessageBlocks) return problems;
  return [{ pointer: "/blocks", message: "blocks are too long", code: "msg_blocks_too_long" }];
}

function inputsWithoutSubmit(view: Json, pointer: string): Problem[] {
  if (view.type !== "modal" || view.submit) return [];
  const index = objectsOf(view.blocks).findIndex((block) => block.type === "input");
  return index < 0
    ? []
    : [{ pointer: `${pointer}/blocks/${index}/input`, message: "must define `submit` to use `input` block" }];
}

/** What Slack would refuse in a modal or a Home tab. */
export function viewProblems(view: Json, pointer = "/view"): Problem[] {
  if (Buffer.byteLength(JSON.stringify(view)) > largestViewBytes)
    return [{ pointer, message: "view is too large", code: "view_too_large" }];
  const surface = stringOf(view.type) === "home" ? "home" : "modal";
  const unknown = Object.keys(view).filter((name) => !knownViewFields.has(name));
  return [
    ...unknown.map((name) => ({ pointer, message: `invalid additional property: ${name}` })),
    ...fieldsOf(view, { ...viewRules, ...(surface === "modal" ? modalRules : {}) }, pointer),
    ...(view.blocks === undefined ? [{ pointer: `${pointer}/blocks`, message: "missing required field: blocks" }] : []),
    ...blockProblems(surface, view.blocks, `${pointer}/blocks`),
    ...inputsWithoutSubmit(view, pointer),
  ];
}

/** Throws Slack's refusal when there are problems; `code` is the method's usual error. */
export function refuseProblems(problems: Problem[], code: string): void {
  if (problems.length === 0) return;
  const texts = problems.map((problem) => `${problem.message} [json-pointer:${problem.pointer}]`);
  throw new SlackRefusal(problems.find((problem) => problem.code)?.code ?? code, {
    errors: texts,
    response_metadata: { messages: texts.map((text) => `[ERROR] ${text}`) },
  });
}
