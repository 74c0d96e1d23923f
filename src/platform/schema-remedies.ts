/** What is wrong with a value, and what to write instead, in words for the person who edits the file. */
import { distance } from "fastest-levenshtein";
import { z } from "zod";

interface Told {
  readonly problem: string;
  readonly remedy: string;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of named values",
  record: "a group of named values",
};

export function remedyFor(issue: z.core.$ZodIssue, root: unknown, jsonSchema: unknown): Told {
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKey(issue.keys[0] ?? "", allowedKeys(jsonSchema, issue.path));
    case "invalid_type":
      return wrongKind(issue.path, valueAt(root, issue.path), KIND_WORDS[issue.expected] ?? issue.expected);
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      return {
        problem: `${shown(valueAt(root, issue.path))} is not one of the possible values`,
        remedy: `write one of: ${values}`,
      };
    }
    case "too_small":
      return { problem: `${shown(valueAt(root, issue.path))} is too small`, remedy: `at least ${issue.minimum}` };
    case "too_big":
      return { problem: `${shown(valueAt(root, issue.path))} is too large`, remedy: `at most ${issue.maximum}` };
    default:
      return { problem: issue.message, remedy: remedyOfRule(issue) };
  }
}

/** A rule of ours may say its remedy itself, as `params.remedy`. */
function remedyOfRule(issue: z.core.$ZodIssue): string {
  const remedy = issue.code === "custom" ? issue.params?.remedy : undefined;
  return typeof remedy === "string" ? remedy : "change the value so that this no longer holds";
}

function unknownKey(key: string, allowed: readonly string[]): Told {
  const nearest = [...allowed].sort((a, b) => distance(key, a) - distance(key, b))[0];
  const problem = `${key} is not known here`;
  if (nearest === undefined) return { problem, remedy: "remove it" };
  if (distance(key, nearest) <= 3) return { problem, remedy: `did you mean ${nearest}? otherwise remove it` };
  return { problem, remedy: `remove it, or use one of: ${allowed.join(", ")}` };
}

function wrongKind(path: readonly PropertyKey[], value: unknown, expected: string): Told {
  const name = String(path.at(-1) ?? "the file");
  if (value === undefined) return { problem: `${name} is missing`, remedy: `add ${name}: ${expected}` };
  return { problem: `${shown(value)} is not ${expected}`, remedy: `write ${expected}` };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
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
