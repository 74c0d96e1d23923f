/** What is wrong with a value, and what to write instead, in words for the person who edits the file. */
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { type BrokenRule, isBrokenRule } from "../domain/broken-rule.ts";
import { type TextKey, type TextValues, type Translate, translator } from "../texts/index.ts";

type After<Prefix extends string, Key> = Key extends `${Prefix}${infer Code}` ? Code : never;

type FileProblemCode = After<"file.problem.", TextKey>;

/** Texts that say it in any language. */
interface InWords {
  readonly problem: TextKey;
  readonly remedy: TextKey;
  readonly values: TextValues;
}

/** In English, and what says it in another language. */
export interface Told {
  readonly problem: string;
  readonly remedy: string;
  readonly words: InWords;
}

const english = translator("en");

/** A problem that any file may have. */
export function told(code: FileProblemCode, values: TextValues): Told {
  return inEnglish({ problem: `file.problem.${code}`, remedy: `file.remedy.${code}`, values });
}

/** A rule of the file that is broken. */
export function toldOfRule({ code, values }: BrokenRule): Told {
  return inEnglish({ problem: `rule.problem.${code}`, remedy: `rule.remedy.${code}`, values });
}

function inEnglish(words: InWords): Told {
  return { ...said(english, words), words };
}

/** As the reader would have it. */
export function toldIn(t: Translate, { words }: Told): Pick<Told, "problem" | "remedy"> {
  return said(t, words);
}

function said(t: Translate, { problem, remedy, values }: InWords): Pick<Told, "problem" | "remedy"> {
  return { problem: t(problem, values), remedy: t(remedy, values) };
}

export function remedyFor(issue: z.core.$ZodIssue, root: unknown, jsonSchema: unknown): Told {
  const value = valueAt(root, issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKey(issue.keys[0] ?? "", allowedKeys(jsonSchema, issue.path));
    case "invalid_type":
      return wrongKind(issue.path, value, issue.expected);
    case "invalid_value":
      return notOneOf(issue.path, value, issue.values.map(String).join(", "));
    case "too_small":
      return told("too_small", { value: shown(value), of: issue.origin, limit: String(issue.minimum) });
    case "too_big":
      return told("too_big", { value: shown(value), of: issue.origin, limit: String(issue.maximum) });
    case "invalid_key":
      return issue.issues[0] === undefined ? misfit(value) : remedyFor(issue.issues[0], issue.path.at(-1), {});
    default:
      return ofRule(issue, value);
  }
}

/** What our schemas refuse by `breaks`. */
function ofRule({ message: code, ...issue }: z.core.$ZodIssue, value: unknown): Told {
  if (!isBrokenRule(code)) return misfit(value);
  const values = issue.code === "custom" ? issue.params : undefined;
  return toldOfRule({ code, values: { value: shown(value), ...values } });
}

function misfit(value: unknown): Told {
  return told("misfit", { value: shown(value) });
}

function unknownKey(key: string, allowed: readonly string[]): Told {
  const nearest = [...allowed].sort((a, b) => distance(key, a) - distance(key, b))[0];
  if (nearest === undefined) return told("key_too_many", { key });
  return distance(key, nearest) <= 3
    ? told("misspelt_key", { key, nearest })
    : told("unknown_key", { key, allowed: allowed.join(", ") });
}

function wrongKind(path: readonly PropertyKey[], value: unknown, kind: string): Told {
  return value === undefined
    ? told("missing", { name: String(path.at(-1) ?? "the file"), kind })
    : told("wrong_kind", { value: shown(value), kind });
}

function notOneOf(path: readonly PropertyKey[], value: unknown, values: string): Told {
  return value === undefined
    ? told("missing_word", { name: String(path.at(-1) ?? ""), values })
    : told("not_one_of", { value: shown(value), values });
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => memberOf(value, key), root);
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

const schemaNode = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});

/** The names that the schema knows at a place, over all branches that lead there. */
function allowedKeys(jsonSchema: unknown, path: readonly PropertyKey[]): string[] {
  const nodes = path.reduce<unknown[]>((places, key) => places.flatMap((place) => stepInto(place, key)), [jsonSchema]);
  const names = nodes.flatMap(branches).flatMap((node) => Object.keys(node.properties ?? {}));
  return [...new Set(names)];
}

function stepInto(place: unknown, key: PropertyKey): unknown[] {
  return branches(place).flatMap((node) => {
    const inside = typeof key === "number" ? node.items : (node.properties?.[String(key)] ?? node.additionalProperties);
    return inside === undefined ? [] : [inside];
  });
}

function branches(place: unknown): z.infer<typeof schemaNode>[] {
  const parsed = schemaNode.safeParse(place);
  if (!parsed.success) return [];
  const { anyOf = [], oneOf = [], allOf = [] } = parsed.data;
  return [parsed.data, ...[...anyOf, ...oneOf, ...allOf].flatMap(branches)];
}
