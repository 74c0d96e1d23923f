/** Finds a command by its name, which may be two words (`audit verify`); a mistyped one is answered with the nearest. */
import { distance } from "fastest-levenshtein";
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
  return refuse("command.unknown", { name, nearest: nearest(here, typed) });
}

/** As many typed words are compared as the name has; where nothing is near, the list of all of them is the answer. */
function nearest(here: readonly Command[], typed: readonly string[]): string {
  const far = here.map(({ name }) => {
    const said = typed.slice(0, name.split(" ").length).join(" ").toLowerCase();
    return { name, far: distance(said, name) };
  });
  const [best] = far.sort((one, other) => one.far - other.far);
  return best !== undefined && best.far <= Math.max(2, best.name.length / 2) ? best.name : "help";
}
