import { z } from "zod";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { contextOfPerson } from "../src/features/people/index.ts";
import { proposePolicy } from "../src/features/policies/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { readablePolicy } from "../src/platform/policy-file.ts";
import { line } from "../src/platform/view.ts";

/** The terminal knows nobody: whoever puts a policy forward is named by address, so that somebody else can adopt it. */
const args = z.custom<TypedInput>().transform(({ words, flags }, issues) => {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0 || typeof flags.by !== "string") {
    issues.addIssue({ code: "custom", message: "refusal.command.missing_word" });
  }
  return { file: file ?? "", by: typeof flags.by === "string" ? flags.by : "" };
});

export const policyAdopt = defineCommand({
  name: "policy adopt",
  summary: "command.policy_adopt.summary",
  usage: "FILE --by PERSON",
  flags: { by: { type: "string", hint: "PERSON" } },
  verb: "propose_policy",
  where: ["terminal"],
  args,
  run: async (ctx, { file, by }) => {
    const loaded = readablePolicy(file, ctx.parts.calendars.keys());
    if (loaded === undefined) {
      return refuse("policy.broken");
    }
    const person = await personWith(ctx, by);
    if (person === undefined) {
      return refuse("policy.nobody", { address: by });
    }
    const outcome = await proposePolicy(person, loaded);
    const { version } = loaded.policy.policy;
    if (isRefusal(outcome)) {
      // Whoever reads it here is not whom it is about.
      return outcome.refused.startsWith("may.") ? refuse("policy.not_by", { address: by }) : outcome;
    }
    return {
      kind: "view",
      view: {
        title: ctx.t("policy.title"),
        pieces: [line(ctx.t("policy.proposed", { version }))],
        json: { version, hash: loaded.hash },
      },
    };
  },
});

async function personWith(ctx: Context, address: string): Promise<Context | undefined> {
  const person = await ctx.db.person.findFirst({ where: { email: address.toLowerCase() }, select: { id: true } });
  return person === null ? undefined : contextOfPerson(ctx.parts, person.id);
}
