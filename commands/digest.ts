import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { DIGEST_WISHES } from "../src/domain/vocabulary.ts";
import { digestOf, digestView, wishDigest } from "../src/features/digests/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

/** `as text` may end the line; before it stand of whom, and which days. `every` is about the one that comes by itself. */
const typed = z.custom<TypedInput>().transform(({ words }) => {
  const asText = words.at(-2) === "as" && words.at(-1) === "text";
  const wish = words[0] === "every" && words.length === 2 ? DIGEST_WISHES.find((one) => one === words[1]) : undefined;
  return { words: asText ? words.slice(0, -2) : words, shows: asText ? "text" : "message", wish } as const;
});

export const digest = defineCommand({
  name: "digest",
  summary: "command.digest.summary",
  usage:
    "[me | UNIT | PERSON | PRODUCT] [today | week | month | quarter | FROM..TO] [as text] | every day | week | month | never",
  verb: "see_digest",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, shows, wish }) => {
    if (wish !== undefined) {
      const wished = await wishDigest(ctx, wish);
      return isRefusal(wished) ? wished : { kind: "view", view: wished };
    }
    const found = await digestOf(ctx, words);
    return isRefusal(found) ? found : { kind: "view", view: digestView({ ...ctx, shows }, found) };
  },
});
