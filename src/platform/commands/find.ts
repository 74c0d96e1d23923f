/** Finds a command by its name, which may be two words (`audit verify`); a mistyped one is answered with the nearest. */
import { closest } from "fastest-levenshtein";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Command, Where } from "./definition.ts";

export interface Found {
  readonly command: Command;
  readonly rest: readonly string[];
}

export function findCommand(commands: readonly Command[], where: Where, typed: readonly string[]): Found | Refusal {
  const here = commands.filter((command) => command.where.includes(where));
  const found = here.find((command) => command.name.split(" ").every((word, at) => typed[at]?.toLowerCase() === word));
  if (found !== undefined) {
    return { command: found, rest: typed.slice(found.name.split(" ").length) };
  }
  const name = typed[0] ?? "";
  return refuse("command.unknown", {
    name,
    nearest: closest(
      name.toLowerCase(),
      here.map((command) => command.name),
    ),
  });
}
