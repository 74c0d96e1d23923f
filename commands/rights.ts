import { RIGHTS, type Scope, VERBS, type Verb } from "../src/domain/rights.ts";
import { ROLES } from "../src/domain/vocabulary.ts";
import { type Command, defineCommand, words } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { note, type Table, type View } from "../src/platform/view.ts";

/** `rights`: which role may use which command, and how far; `--verbs`: each single right. Read from the table that decides. */
export function rightsFor(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "rights",
    summary: "command.rights.summary",
    usage: "",
    flags: { verbs: { type: "boolean" } },
    verb: "see_help",
    where: ["slack", "terminal"],
    args: words(),
    run: async (ctx, { flags }) => ({
      kind: "view",
      view: rightsView(ctx, flags.verbs === true ? VERBS.map((verb) => ({ name: verb, verb })) : inSlack(commands())),
    }),
  });
}

interface Row {
  readonly name: string;
  readonly verb: Verb;
}

/** In the terminal nobody has a role: whoever may run programs on that machine may run them all. */
const inSlack = (commands: readonly Command[]): Row[] => commands.filter(({ where }) => where.includes("slack"));

function rightsView({ t }: Context, rows: readonly Row[]): View {
  const cell = (scope: Scope | undefined) => (scope === undefined ? "–" : t(`rights.${scope}`));
  const table: Table = {
    kind: "table",
    columns: ["", ...ROLES.map((role) => t(`role.${role}`))],
    rows: rows.map(({ name, verb }) => [name, ...ROLES.map((role) => cell(RIGHTS[role][verb]))]),
  };
  const json = rows.map(({ name, verb }) => ({
    name,
    verb,
    roles: Object.fromEntries(ROLES.flatMap((role) => (RIGHTS[role][verb] ? [[role, RIGHTS[role][verb]]] : []))),
  }));
  return { title: t("command.rights.summary"), pieces: [table, note(t("rights.note"))], json };
}
