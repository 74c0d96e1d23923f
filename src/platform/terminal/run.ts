/** Runs one command in the terminal, as the system: text for people, `--json` for scripts (its last line). */
import { isRefusal } from "../../domain/refusal.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Command, Outcome, Surface } from "../commands/definition.ts";
import { findCommand } from "../commands/find.ts";
import { refusalView } from "../commands/in-slack.ts";
import { readTyped } from "../commands/typed-input.ts";
import { type Context, type Parts, systemContext } from "../context.ts";
import type { View } from "../view.ts";
import { progressOn } from "./progress.ts";
import { terminalText } from "./render.ts";

/** EX_USAGE. */
const USAGE = 64;
/** Every command has these. */
const JSON_FLAG = "--json";
const HELP_FLAGS = ["--help", "-h"];

/** Answers the exit code. The language is the terminal's own. */
export async function runInTerminal(
  commands: readonly Command[],
  parts: Parts,
  typed: readonly string[],
  language: Language = "en",
): Promise<number> {
  const ctx = systemContext(parts, language);
  const progress = progressOn(process.stderr);
  const surface: Surface = { where: "terminal", progress: progress.show };
  const asJson = typed.includes(JSON_FLAG);
  const asked = typed.some((word) => HELP_FLAGS.includes(word)) ? ["help"] : typed.filter((word) => word !== JSON_FLAG);
  try {
    const outcome = await run(commands, ctx, asked, surface);
    progress.end();
    if (isRefusal(outcome)) {
      writeView(refusalView(ctx, outcome), asJson, process.stderr);
      return USAGE;
    }
    if (outcome.kind === "view") {
      writeView(outcome.view, asJson, process.stdout);
    }
    return outcome.kind === "view" ? (outcome.exitCode ?? 0) : USAGE;
  } finally {
    progress.end();
  }
}

async function run(
  commands: readonly Command[],
  ctx: Context,
  typed: readonly string[],
  surface: Surface,
): Promise<Outcome> {
  const found = findCommand(commands, "terminal", typed);
  if (isRefusal(found)) {
    return found;
  }
  const input = readTyped(found.command, found.rest);
  return isRefusal(input) ? input : found.command.execute(ctx, input, surface);
}

/** As text for people, or as one line of JSON. */
export function writeView(view: View, asJson: boolean, stream: NodeJS.WriteStream): void {
  stream.write(`${asJson ? JSON.stringify(view.json ?? null, withBigInts) : terminalText(view)}\n`);
}

/** JSON has no such numbers: as text they lose no digit. */
function withBigInts(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
