import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { tierDesk, tierOfLoan } from "../src/features/classification/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

const number = z
  .custom<TypedInput>()
  .refine(({ words }) => words.length <= 1, "refusal.command.extra_word")
  .transform(({ words }) => ({ number: words[0] }));

/** `/postloan tiers`: what waits for one's hand; with a loan's number, its tier, floor and history. */
export const tiers = defineCommand({
  name: "tiers",
  summary: "command.tiers.summary",
  usage: "[NUMBER]",
  verb: "see_tiers",
  where: ["slack"],
  args: number,
  run: async (ctx, typed) => {
    const view = typed.number === undefined ? await tierDesk(ctx) : await tierOfLoan(ctx, typed.number);
    return isRefusal(view) ? view : { kind: "view", view };
  },
});
