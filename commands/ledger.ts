import { z } from "zod";
import { LEDGER_FORMATS } from "../src/domain/ledger/filters.ts";
import { isRefusal } from "../src/domain/refusal.ts";
import { chooseLedger, typedLedger } from "../src/features/ledger/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

/** `as xlsx` or `as csv` may end the line; before it stands what of the register. */
const typed = z.custom<TypedInput>().transform(({ words }) => {
  const format = words.at(-2) === "as" ? LEDGER_FORMATS.find((one) => one === words.at(-1)) : undefined;
  return { words: format === undefined ? words : words.slice(0, -2), format };
});

export const ledger = defineCommand({
  name: "ledger",
  summary: "command.ledger.summary",
  usage: "[UNIT] [PRODUCT] [CATEGORY] [TIER] [today | week | month | quarter | FROM..TO] [as xlsx | csv]",
  verb: "see_ledger",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, format }) => {
    if (format !== undefined) {
      const asked = await typedLedger(ctx, words, format);
      return isRefusal(asked) ? asked : { kind: "view", view: asked };
    }
    const form = await chooseLedger(ctx, words);
    return isRefusal(form) ? form : { kind: "modal", build: async () => form };
  },
});
