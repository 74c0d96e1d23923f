import { start as startDesk } from "../src/main.ts";
import { type Command, defineProgram } from "../src/platform/commands/definition.ts";

export function startFor(commands: () => readonly Command[]): Command {
  return defineProgram({
    name: "start",
    summary: "command.start.summary",
    verb: "see_help",
    program: (config, { language }) => startDesk(config, commands(), language),
  });
}
