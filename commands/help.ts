import { type Command, defineCommand, saidUsage, usageOf, words } from "../src/platform/commands/definition.ts";
import { couldEver } from "../src/platform/context.ts";
import { bold, heading, type Piece, quiet } from "../src/platform/view.ts";

/** Written from the list itself: a command that is not listed does not exist. */
export function helpFor(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "help",
    summary: "command.help.summary",
    usage: "",
    verb: "see_help",
    where: ["slack", "terminal"],
    args: words(),
    run: async (ctx, _args, surface) => {
      const { t } = ctx;
      const usable = commands().filter((one) => one.where.includes(surface.where) && couldEver(ctx, one.verb));
      const lines = usable.map(
        (one): Piece => ({
          kind: "item",
          text: [bold(saidUsage(t, usageOf(one.name, one.usage))), ` ${saidUsage(t, flagsText(one))}`],
          detail: [quiet(t(one.summary))],
        }),
      );
      const intro = t(surface.where === "slack" ? "help.intro" : "help.terminal_intro");
      const json = usable.map(({ name, usage, summary }) => ({ name, usage, summary: t(summary) }));
      return { kind: "view", view: { title: t("words.product"), pieces: [heading(intro), ...lines], json } };
    },
  });
}

function flagsText({ flags }: Command): string {
  return Object.entries(flags)
    .map(([name, { type, hint }]) => `[--${name}${type === "string" ? ` ${hint ?? "VALUE"}` : ""}]`)
    .join(" ");
}
