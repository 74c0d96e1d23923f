/** Reads what was typed after a command's name: words, "quoted words", --flags. */
import { parseArgs } from "node:util";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { type Command, type TypedInput, usageOf } from "./definition.ts";

/** Slack turns straight quotes into curly ones on some keyboards. */
const WORD = /["“”]([^"“”]*)["“”]|(\S+)/gu;

export function splitWords(text: string): string[] {
  return [...text.matchAll(WORD)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

export function readTyped(command: Command, args: readonly string[]): TypedInput | Refusal {
  const options = Object.fromEntries(Object.entries(command.flags).map(([name, { type }]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({
      args: args.map(protectOffset),
      options,
      allowPositionals: true,
      strict: true,
    });
    return { words: positionals.map(unprotectOffset), flags: readFlags(values) };
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : "";
    return refuse("command.usage", { usage: usageOf(command.name, command.usage), problem: why });
  }
}

function readFlags(values: Readonly<Record<string, unknown>>): TypedInput["flags"] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" || typeof value === "boolean" ? value : undefined,
    ]),
  );
}

/** `-3` (three working days back) is a word, not a flag. */
function protectOffset(word: string): string {
  return /^-\d/.test(word) ? `\u0000${word}` : word;
}

function unprotectOffset(word: string): string {
  return word.startsWith("\u0000") ? word.slice(1) : word;
}
