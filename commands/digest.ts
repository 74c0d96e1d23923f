import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { digestOf, digestView } from "../src/features/digests/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

/** `as text` may end the line; before it stand of whom, and which days. */
const typed = z.custom<TypedInput>().transform(({ words }) => {
  const asText = words.at(-2) === "as" && words.at(-1) === "text";
  return { words: asText ? words.slice(0, -2) : words, asText };
});

export const digest = defineCommand({
  name: "digest",
  summary: "command.digest.summary",
  usage: "[me | UNIT | PERSON | PRODUCT] [today | week | month | quarter | FROM..TO] [as text]",
  verb: "see_digest",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, asText }) => {
    const found = await digestOf(ctx, words);
    return isRefusal(found)
      ? found
      : { kind: "view", view: digestView({ ...ctx, shows: asText ? "text" : "message" }, found) };
  },
});
