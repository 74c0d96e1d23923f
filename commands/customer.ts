import { z } from "zod";
import { customerModal, findCustomers, foundLines, foundTitle } from "../src/features/accounts/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

/** A name may be several words. */
const wanted = z
  .custom<TypedInput>()
  .refine((input) => input.words.length > 0, "refusal.command.missing_word")
  .transform((input) => input.words.join(" "));

export const customer = defineCommand({
  name: "customer",
  summary: "command.customer.summary",
  usage: "NAME-OR-NUMBER",
  verb: "see_account",
  where: ["slack"],
  args: wanted,
  run: async (ctx, typed) => {
    const found = await findCustomers(ctx, typed);
    const [first, ...others] = found.hits;
    if (first !== undefined && (found.isExact || others.length === 0)) {
      return { kind: "modal", build: () => customerModal(ctx, { id: first.id, part: "card", page: 0 }) };
    }
    return { kind: "view", view: { title: foundTitle(ctx, found), pieces: foundLines(ctx, found), json: found.hits } };
  },
});
