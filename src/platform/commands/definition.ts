/**
 * One definition for `/postloan`, the terminal, `help` and the docs: name, words, flags, who may use it, where it exists.
 * A command answers with a view; the surface draws it.
 */
import { z } from "zod";
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { isTextKey, type TextKey, type Translate } from "../../texts/index.ts";
import type { Config, Problem } from "../config/index.ts";
import { authorize, type Context, couldEver } from "../context.ts";
import type { ModalView } from "../slack/modal.ts";
import type { View } from "../view.ts";

export type Where = "slack" | "terminal";

export interface Flag {
  readonly type: "string" | "boolean";
  /** Shown in usage, e.g. DATE. */
  readonly hint?: string;
}

/** The words and flags as typed. */
export interface TypedInput {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Surface {
  readonly where: Where;
  /** A line while long work goes on: a progress bar on a terminal, nothing in Slack. */
  progress(done: number, total: number | undefined, label: string): void;
  /** Of the desk that runs, for a program that can also look from inside it. */
  readonly config?: Config;
}

export type Outcome =
  | {
      readonly kind: "view";
      readonly view: View /** 0 unless the answer is bad news for a script. */;
      readonly exitCode?: number;
    }
  /** Only in Slack: a modal to open. */
  | { readonly kind: "modal"; readonly build: () => Promise<ModalView> }
  /** Only in Slack: a file for whoever asked. */
  | { readonly kind: "file"; readonly file: FileWanted }
  | Refusal;

/** A file of ours that is made when it is handed out. */
export interface FileWanted {
  /** As a feature registered it. */
  readonly kind: string;
  /** References that say what exactly it holds: ids and keys, never a name. */
  readonly refs: Readonly<Record<string, string>>;
  /** What it is called; also beside a link to it. */
  readonly name: string;
  /** What stands above it. */
  readonly comment: string;
}

export interface Command {
  readonly name: string;
  readonly summary: TextKey;
  /** Positional words as shown, e.g. `NUMBER` or `FILE`. */
  readonly usage: string;
  readonly flags: Readonly<Record<string, Flag>>;
  readonly verb: Verb;
  readonly where: readonly Where[];
  execute(ctx: Context, input: TypedInput, surface: Surface): Promise<Outcome>;
  /** A command that is the program itself, and opens what it needs: answers the exit code. */
  readonly program?: (config: Config, typed: Typed) => Promise<number>;
  /** What it does where the settings are wrong; without it they are said, and nothing is done. */
  readonly withoutSettings?: (problems: readonly Problem[], typed: Typed) => Promise<number>;
}

/** How a program was asked. */
export interface Typed {
  readonly words: readonly string[];
  /** Of the terminal's locale. */
  readonly language: Language;
}

interface ProgramDefinition
  extends Pick<Command, "name" | "summary" | "verb" | "withoutSettings">,
    Required<Pick<Command, "program">>,
    Partial<Pick<Command, "flags" | "usage">> {
  /** What it answers in Slack, from inside the desk that runs. Without it, it is run in the terminal only. */
  readonly inSlack?: (ctx: Context, config: Config) => Promise<View>;
}

export function defineProgram({ inSlack, ...definition }: ProgramDefinition): Command {
  return {
    flags: {},
    usage: "",
    ...definition,
    where: inSlack === undefined ? ["terminal"] : ["slack", "terminal"],
    execute: async (ctx, _input, { where, config }) => {
      const refused = where === "slack" ? authorize(ctx, definition.verb, nothingInParticular) : undefined;
      if (refused !== undefined || where !== "slack" || inSlack === undefined || config === undefined) {
        return refused ?? refuse("command.only_alone", { name: definition.name });
      }
      return { kind: "view", view: await inSlack(ctx, config) };
    },
  };
}

export interface CommandDefinition<Args> extends Omit<Command, "execute" | "flags" | "program"> {
  readonly flags?: Readonly<Record<string, Flag>>;
  /** Reads words and flags. An issue's message is a text key where one fits. */
  readonly args: z.ZodType<Args>;
  run(ctx: Context, args: Args, surface: Surface): Promise<Outcome>;
}

export function defineCommand<Args>(definition: CommandDefinition<Args>): Command {
  const { args, run, flags = {}, ...rest } = definition;
  return {
    ...rest,
    flags,
    execute: async (ctx, input, surface) => {
      if (!couldEver(ctx, definition.verb)) {
        return refuse("may.role", { verb: definition.verb });
      }
      const read = args.safeParse(input);
      return read.success
        ? run(ctx, read.data, surface)
        : refuse("command.usage", {
            usage: `${surface.where === "slack" ? "/postloan " : ""}${saidUsage(ctx.t, usageOf(definition.name, definition.usage))}`,
            problem: problemOf(ctx, read.error),
          });
    },
  };
}

export function usageOf(name: string, usage: string): string {
  return usage === "" ? name : `${name} ${usage}`;
}

/** Longer ones first: NUMBER stands in NAME-OR-NUMBER. */
const PLACEHOLDERS = {
  "NAME-OR-NUMBER": "command.word.name_or_number",
  UNIT: "command.word.unit",
  PRODUCT: "command.word.product",
  CATEGORY: "command.word.category",
  TIER: "command.word.tier",
  NUMBER: "command.word.number",
  DATE: "command.word.date",
  FILE: "command.word.file",
  ID: "command.word.id",
  "STAND-IN": "command.word.stand_in",
  PERSON: "command.word.person",
  FROM: "command.word.from",
  TO: "command.word.to",
  WHY: "command.word.why",
  "YEAR-MONTH": "command.word.year_month",
  "YEAR-Q1": "command.word.year_quarter",
} as const;

/** What stands for a value in the reader's own language; what is typed as it is stays. */
export function saidUsage(t: Translate, usage: string): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (said, [placeholder, key]) => said.replaceAll(new RegExp(`\\b${placeholder}\\b`, "g"), t(key)),
    usage,
  );
}

/** All that was typed, as one text: a name may be several words. */
export const oneText = z
  .custom<TypedInput>()
  .refine((input) => input.words.length > 0, "refusal.command.missing_word")
  .transform((input) => input.words.join(" "));

/** Exactly these words, by name; flags ride along. */
export function words<const Names extends readonly string[]>(...names: Names) {
  type Named = { [K in Names[number]]: string };
  return z.custom<TypedInput>().transform((input, issues): Named & { flags: TypedInput["flags"] } => {
    const missing = names.filter((_, index) => input.words[index] === undefined);
    if (missing.length > 0 || input.words.length > names.length) {
      issues.addIssue({
        code: "custom",
        message: missing.length > 0 ? "refusal.command.missing_word" : "refusal.command.extra_word",
      });
    }
    const named = Object.fromEntries(names.map((name, index) => [name, input.words[index] ?? ""]));
    return { ...(named as Named), flags: input.flags };
  });
}

function problemOf(ctx: Context, error: z.ZodError): string {
  return error.issues.map(({ message }) => (isTextKey(message) ? ctx.t(message) : message)).join("; ");
}
