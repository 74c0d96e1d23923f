/** Reads what was typed after a command's name: words, "quoted words", --flags. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { type Command, type TypedInput, usageOf } from "./definition.ts";

/** Slack and telephones turn straight quotes into curly ones; Traditional Chinese has its own. */
const WORD = /["“”„]([^"“”„]*)["“”„]|「([^」]*)」|(\S+)/gu;
/** Two hyphens become one long dash as one types, and a minus a short one. */
const LONG_DASH = /^[—―](?=\p{L})/u;
const SHORT_DASH = /^[–−‐－](?=\d)/u;
const FULL_PLUS = /^＋(?=\d)/u;

export function splitWords(text: string): string[] {
  return [...text.matchAll(WORD)].map(([, quoted, cornered, plain]) => quoted ?? cornered ?? asMeant(plain ?? ""));
}

function asMeant(word: string): string {
  return word.replace(LONG_DASH, "--").replace(SHORT_DASH, "-").replace(FULL_PLUS, "+");
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
    return flagRefusal(command, args, problem);
  }
}

const badFlag = z.object({ code: z.string() });

/** Node says it in English and at length; people read it in their own language. */
function flagRefusal(command: Command, args: readonly string[], problem: unknown): Refusal {
  const code = badFlag.safeParse(problem).data?.code;
  const usage = usageOf(command.name, command.usage);
  const flag = args.find((arg) => arg.startsWith("-") && !isKnown(command, arg)) ?? "";
  return code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
    ? refuse("command.unknown_flag", { flag, usage })
    : refuse("command.flag_value", { usage: usageWithFlags(command) });
}

function isKnown(command: Command, arg: string): boolean {
  return Object.keys(command.flags).some((name) => arg === `--${name}` || arg.startsWith(`--${name}=`));
}

function usageWithFlags(command: Command): string {
  const flags = Object.entries(command.flags).map(([name, { type, hint }]) =>
    type === "string" ? `[--${name} ${hint ?? "VALUE"}]` : `[--${name}]`,
  );
  return [usageOf(command.name, command.usage), ...flags].join(" ");
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
