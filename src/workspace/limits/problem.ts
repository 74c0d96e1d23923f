import { isJson, type Json, stringOf } from "../json.ts";

/** One thing Slack would refuse: where (a JSON pointer) and why, in words close to Slack's. */
export interface Problem {
  pointer: string;
  message: string;
  /** Slack's error code where it is not the surface's usual one. */
  code?: string;
}

export type Surface = "message" | "modal" | "home";

/** Checks one value at one place. */
export type Rule = (value: unknown, pointer: string) => Problem[];

const sizeOf = (text: string) => [...text].length;

/** A plain string of at least `min` and at most `max` characters. Absent passes. */
export const textUpTo =
  (max: number, min = 0): Rule =>
  (value, pointer) => {
    if (value === undefined || value === null) return [];
    if (typeof value !== "string") return [{ pointer, message: "must provide a string" }];
    const size = sizeOf(value);
    if (size > max) return [{ pointer, message: `must be less than ${max + 1} characters` }];
    return size < min ? [{ pointer, message: `must be more than ${min - 1} characters` }] : [];
  };

/** A text object with 1 to `max` characters; `plain` refuses mrkdwn. Absent passes. */
export const textObject =
  (max: number, kind: "plain" | "any" = "plain"): Rule =>
  (value, pointer) => {
    if (value === undefined || value === null) return [];
    if (!isJson(value)) return [{ pointer, message: "must provide an object" }];
    const allowed = kind === "plain" ? ["plain_text"] : ["plain_text", "mrkdwn"];
    const type = stringOf(value.type);
    if (!allowed.includes(type)) return [{ pointer: `${pointer}/type`, message: `unsupported type: ${type}` }];
    if (value.text === undefined) return [{ pointer: `${pointer}/text`, message: "missing required field: text" }];
    return textUpTo(max, 1)(value.text, `${pointer}/text`);
  };

/** A list of at least `min` and at most `max` items, each checked. Absent passes. */
export const listUpTo =
  (max: number, item: Rule, min = 1): Rule =>
  (value, pointer) => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [{ pointer, message: "must be an array" }];
    if (value.length > max) return [{ pointer, message: `no more than ${max} items allowed` }];
    if (value.length < min) return [{ pointer, message: `no less than ${min} items allowed` }];
    return value.flatMap((entry, index) => item(entry, `${pointer}/${index}`));
  };

export const numberBetween =
  (min: number, max: number): Rule =>
  (value, pointer) => {
    if (value === undefined || value === null) return [];
    const fits = typeof value === "number" && value >= min && value <= max;
    return fits ? [] : [{ pointer, message: `must be between ${min} and ${max}` }];
  };

export const oneOf =
  (...allowed: string[]): Rule =>
  (value, pointer) =>
    value === undefined || allowed.includes(stringOf(value))
      ? []
      : [{ pointer, message: `must be one of: ${allowed.join(", ")}` }];

export const anything: Rule = () => [];

/** The same rule, for a field that must be there. */
export const required =
  (rule: Rule): Rule =>
  (value, pointer) =>
    value === undefined || value === null
      ? [{ pointer, message: `missing required field: ${pointer.slice(pointer.lastIndexOf("/") + 1)}` }]
      : rule(value, pointer);

/** An object whose named fields are checked, each by its rule. */
export const fields =
  (rules: Record<string, Rule>): Rule =>
  (value, pointer) => {
    if (value === undefined || value === null) return [];
    if (!isJson(value)) return [{ pointer, message: "must provide an object" }];
    return fieldsOf(value, rules, pointer);
  };

export const fieldsOf = (value: Json, rules: Record<string, Rule>, pointer: string): Problem[] =>
  Object.entries(rules).flatMap(([name, rule]) => rule(value[name], `${pointer}/${name}`));
