/** Reads a policy file, and turns a policy into the text and the hash that a PolicyVersion keeps. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { policyContradictions } from "../domain/policy/contradictions.ts";
import { type Policy, policySchema } from "../domain/policy/schema.ts";
import { policyShape } from "../domain/policy/shape.ts";
import { policyOfThen } from "../domain/policy/stored.ts";
import type { Translate } from "../texts/index.ts";
import { toldIn, toldOfRule } from "./schema-remedies.ts";
import { type Contradiction, type FileProblem, isProblems, readYaml } from "./yaml-file.ts";

export interface LoadedPolicy {
  readonly policy: Policy;
  /** Canonical JSON: keys sorted, no space, defaults written out. Comments and order of the file do not change it. */
  readonly text: string;
  /** SHA-256 of `text`, hexadecimal. */
  readonly hash: string;
}

/**
 * The policy, or every problem of the file at once, each with its line and what to write instead. Where `calendarIds` is
 * given, the policy's calendar must be one of them. Throws where the file cannot be read.
 */
export function loadPolicy(path: string, calendarIds?: Iterable<string>): LoadedPolicy | readonly FileProblem[] {
  const known = calendarIds === undefined ? undefined : [...calendarIds];
  const text = readFileSync(path, "utf8");
  const key = JSON.stringify([known, text]);
  if (sound?.key === key) return sound.loaded;
  const file = readYaml(text, path, policyShape, (content) => [
    ...policyContradictions(content).map(({ path, ...rule }) => ({ path, ...toldOfRule(rule) })),
    ...unknownCalendar(content, known),
  ]);
  if (isProblems(file)) return file;
  const loaded = versionOf(file.content);
  sound = { key, loaded };
  return loaded;
}

/** The last one without a problem: reading takes a fifth of a second, and one process may open many desks. */
let sound: { readonly key: string; readonly loaded: LoadedPolicy } | undefined;

/** A policy for whoever only wants it whole: undefined where the file cannot be read or has a problem. */
export function readablePolicy(path: string, calendarIds?: Iterable<string>): LoadedPolicy | undefined {
  const loaded = existsSync(path) ? loadPolicy(path, calendarIds) : [];
  return isProblems(loaded) ? undefined : loaded;
}

function unknownCalendar(content: unknown, known: readonly string[] | undefined): Contradiction[] {
  const calendar = z.looseObject({ calendar: z.looseObject({ id: z.string() }) }).safeParse(content).data?.calendar;
  if (known === undefined || calendar === undefined || known.includes(calendar.id)) return [];
  const values = { calendar: calendar.id, known: known.join(", ") };
  return [{ path: ["calendar", "id"], ...toldOfRule({ code: "calendar_unknown", values }) }];
}

export function versionOf(policy: Policy): LoadedPolicy {
  const text = canonicalJson(policy);
  return { policy, text, hash: createHash("sha256").update(text).digest("hex") };
}

/** A policy as it was stored in its PolicyVersion. Throws where this release no longer understands it. */
export function policyOfText(text: string): Policy {
  const stored: unknown = JSON.parse(text);
  return policySchema.parse(policyOfThen(stored));
}

/** One line per problem, for the terminal: file:line:column path: problem; remedy. */
export function problemLine(found: FileProblem, t: Translate): string {
  const { file, line, column, path } = found;
  const { problem, remedy } = toldIn(t, found);
  return `${file}:${line}:${column} ${path === "" ? "" : `${path}: `}${problem}; ${remedy}`;
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
