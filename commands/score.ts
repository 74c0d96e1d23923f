import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { scoreOf } from "../src/features/appraisal/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

/** `as text` may end the line; before it stand of whom, and which month or quarter. */
const typed = z.custom<TypedInput>().transform(({ words }) => {
  const asText = words.at(-2) === "as" && words.at(-1) === "text";
  return { words: asText ? words.slice(0, -2) : words, shows: asText ? "text" : "message" } as const;
});

export const score = defineCommand({
  name: "score",
  summary: "command.score.summary",
  usage: "[me | PERSON | UNIT] [month | last | quarter | YEAR-MONTH | YEAR-Q1] [as text]",
  verb: "see_score",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, shows }) => {
    const view = await scoreOf(ctx, words, shows);
    return isRefusal(view) ? view : { kind: "view", view };
  },
});
