import { type Json, objectOf, objectsOf, parseJson, stringOf } from "../json.ts";
import { SlackRefusal } from "../refusal.ts";
import type { World } from "../world.ts";

/** One call of a Web API method, its arguments as they came: form fields are texts, JSON bodies hold anything. */
export interface ApiCall {
  world: World;
  args: Json;
}

/** A Web API method: answers the fields beside `ok: true`, or throws a SlackRefusal. */
export type ApiMethod = (call: ApiCall) => Json;
export type ApiMethods = Record<string, ApiMethod>;

export const textArg = (args: Json, name: string): string => {
  const value = args[name];
  return typeof value === "number" || typeof value === "boolean" ? String(value) : stringOf(value);
};

/** A text argument that must be there. Refuses with invalid_arguments. */
export function requiredArg(args: Json, name: string): string {
  const value = textArg(args, name);
  if (value === "")
    throw new SlackRefusal("invalid_arguments", {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return value;
}

export const flagArg = (args: Json, name: string): boolean => ["true", "1"].includes(textArg(args, name));

export function numberArg(args: Json, name: string, otherwise: number): number {
  const value = Number(textArg(args, name));
  return Number.isFinite(value) && value > 0 ? value : otherwise;
}

/** An argument that holds JSON, whether the body was a form or JSON. */
export const jsonArg = (args: Json, name: string): unknown => {
  const value = args[name];
  return typeof value === "string" ? parseJson(value) : value;
};
export const objectArg = (args: Json, name: string): Json => objectOf(jsonArg(args, name));
export const objectsArg = (args: Json, name: string): Json[] => objectsOf(jsonArg(args, name));
export const hasArg = (args: Json, name: string): boolean => args[name] !== undefined && args[name] !== null;

/** One page of a list, with Slack's cursor. */
export function pageOf<T>(args: Json, items: T[], otherwise = 100): { page: T[]; meta: Json } {
  const start = Number(Buffer.from(textArg(args, "cursor"), "base64").toString() || "0");
  const limit = numberArg(args, "limit", otherwise);
  const page = items.slice(start, start + limit);
  const more = start + limit < items.length;
  const cursor = more ? Buffer.from(String(start + limit)).toString("base64") : "";
  return { page, meta: { response_metadata: { next_cursor: cursor } } };
}
