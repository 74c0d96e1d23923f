import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { DIGEST_LOOKS, DIGEST_WISHES } from "../src/domain/vocabulary.ts";
import { chooseLook, digestOf, digestView, fileWanted, lookOf, wishDigest } from "../src/features/digests/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

const AS = ["text", "picture", "xlsx"] as const;

/** `as text` and the like may end the line; before it stand of whom, and which days. `every` and `always` are about those to come. */
const typed = z.custom<TypedInput>().transform(({ words }) => {
  const as = words.at(-2) === "as" ? AS.find((one) => one === words.at(-1)) : undefined;
  const [first, second] = words.length === 2 ? words : [];
  return {
    words: as === undefined ? words : words.slice(0, -2),
    as,
    wish: first === "every" ? DIGEST_WISHES.find((one) => one === second) : undefined,
    look: first === "always" ? DIGEST_LOOKS.find((one) => one === second) : undefined,
  };
});

export const digest = defineCommand({
  name: "digest",
  summary: "command.digest.summary",
  usage:
    "[me | UNIT | PERSON | PRODUCT] [today | week | month | quarter | FROM..TO] [as text | picture | xlsx] | every day | week | month | never | always charts | picture",
  verb: "see_digest",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, as, wish, look }) => {
    if (wish !== undefined) {
      const wished = await wishDigest(ctx, wish);
      return isRefusal(wished) ? wished : { kind: "view", view: wished };
    }
    if (look !== undefined) {
      return { kind: "view", view: await chooseLook(ctx, look) };
    }
    const found = await digestOf(ctx, words);
    if (isRefusal(found)) {
      return found;
    }
    const shown = as ?? ((await lookOf(ctx)) === "picture" ? "picture" : "charts");
    if (shown === "picture" || shown === "xlsx") {
      return { kind: "file", file: fileWanted(ctx, found, shown) };
    }
    return { kind: "view", view: digestView({ ...ctx, shows: shown === "text" ? "text" : "message" }, found) };
  },
});
