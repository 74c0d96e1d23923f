import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { scoreFileWanted, scoreOf } from "../src/features/appraisal/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

const AS = ["text", "xlsx"] as const;

/** `as text` or `as xlsx` may end the line; before it stand of whom, and which month or quarter. */
const typed = z.custom<TypedInput>().transform(({ words }) => {
  const as = words.at(-2) === "as" ? AS.find((one) => one === words.at(-1)) : undefined;
  return { words: as === undefined ? words : words.slice(0, -2), as };
});

export const score = defineCommand({
  name: "score",
  summary: "command.score.summary",
  usage: "[me | PERSON | UNIT] [month | last | quarter | YEAR-MONTH | YEAR-Q1] [as text | xlsx]",
  verb: "see_score",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, as }) => {
    if (as === "xlsx") {
      const file = await scoreFileWanted(ctx, words);
      return isRefusal(file) ? file : { kind: "file", file };
    }
    const view = await scoreOf(ctx, words, as ?? "message");
    return isRefusal(view) ? view : { kind: "view", view };
  },
});
