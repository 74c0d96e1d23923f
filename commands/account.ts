import { z } from "zod";
import { accountList, accountView, findAccounts } from "../src/features/accounts/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";
import { line } from "../src/platform/view.ts";

/** A name may be several words. */
const wanted = z
  .custom<TypedInput>()
  .refine((input) => input.words.length > 0, "refusal.command.missing_word")
  .transform((input) => input.words.join(" "));

export const account = defineCommand({
  name: "account",
  summary: "command.account.summary",
  usage: "NAME-OR-NUMBER",
  verb: "see_account",
  where: ["slack"],
  args: wanted,
  run: async (ctx, name) => {
    const found = await findAccounts(ctx, name);
    const [only] = found;
    if (only === undefined) {
      const sentence = ctx.t("account.none", { wanted: name });
      return { kind: "view", view: { title: ctx.t("words.product"), pieces: [line(sentence)], json: [] } };
    }
    return { kind: "view", view: found.length === 1 ? accountView(ctx, only) : accountList(ctx, found) };
  },
});
