import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { raiseModal } from "../src/features/signals/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

const loanNumber = z
  .custom<TypedInput>()
  .refine((input) => input.words.length > 0, "refusal.command.missing_word")
  .transform((input) => input.words.join(" "));

export const signal = defineCommand({
  name: "signal",
  summary: "command.signal.summary",
  usage: "NUMBER",
  verb: "raise_signal",
  where: ["slack"],
  args: loanNumber,
  run: async (ctx, number) => {
    const form = await raiseModal(ctx, number);
    return isRefusal(form) ? form : { kind: "modal", build: async () => form };
  },
});
