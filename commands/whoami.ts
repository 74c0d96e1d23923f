import { namesOf } from "../src/features/people/index.ts";
import { localDate } from "../src/platform/clock.ts";
import { type Command, defineCommand, words } from "../src/platform/commands/definition.ts";
import { type Context, couldEver } from "../src/platform/context.ts";
import { dateText } from "../src/texts/dates.ts";

export function whoamiFor(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "whoami",
    summary: "command.whoami.summary",
    usage: "",
    verb: "see_help",
    where: ["slack"],
    args: words(),
    run: async (ctx) => {
      const { t, actor } = ctx;
      const usable = commands().filter((one) => one.where.includes("slack") && couldEver(ctx, one.verb));
      const facts: [string, string][] = [
        [t("whoami.person"), actor.name],
        [t("whoami.roles"), await rolesText(ctx)],
        [t("whoami.time_zone"), actor.timeZone],
        [t("whoami.today"), dateText(ctx.language, localDate(ctx.now, actor.timeZone))],
        ...(await standsInFact(ctx)),
        [t("whoami.commands"), usable.map(({ name }) => name).join(", ")],
      ];
      return { kind: "view", view: { title: t("words.product"), pieces: [{ kind: "facts", facts }], json: facts } };
    },
  });
}

async function rolesText({ actor, db, t }: Context): Promise<string> {
  const units = await db.orgUnit.findMany({ where: { id: { in: actor.grants.map(({ unitId }) => unitId) } } });
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const roles = actor.grants.map(({ role, unitId }) => `${t(`role.${role}`)} (${nameOf.get(unitId) ?? ""})`);
  return roles.length === 0 ? t("whoami.no_roles") : roles.join(", ");
}

async function standsInFact({ actor, db, t }: Context): Promise<[string, string][]> {
  const names = await namesOf(db, actor.standsInFor);
  return names.length === 0 ? [] : [[t("whoami.stands_in"), names.join(", ")]];
}
