import { parseArgs } from "node:util";
import { tableOf } from "../src/domain/classification/index.ts";
import { classifyLines } from "../src/features/classification/index.ts";
import { readPolicy } from "../src/open-parts.ts";
import { defineProgram } from "../src/platform/commands/definition.ts";
import { linesTo } from "../src/platform/json-lines.ts";
import { translator } from "../src/texts/index.ts";

/** EX_USAGE. */
const NOT_SO_ASKED = 64;

/** `classify --jsonl < borrowers.jsonl`: the floors by the policy's rules; opens no database. */
export const classify = defineProgram({
  name: "classify",
  summary: "command.classify.summary",
  flags: { jsonl: { type: "boolean" }, table: { type: "string", hint: "credit_card" } },
  verb: "see_help",
  program: async (config, { words, language }) => {
    const policy = readPolicy(config);
    const table = tableAsked(words);
    const asked = table === undefined ? policy : table === null ? undefined : tableOf(policy, table);
    if (asked !== undefined) return classifyLines(asked, process.stdin, linesTo(process.stdout));
    const tables = Object.keys(policy.classification.other_tables).join(", ");
    process.stderr.write(`${translator(language)("classify.usage", { tables: tables === "" ? "–" : tables })}\n`);
    return NOT_SO_ASKED;
  },
});

/** Nothing where none was asked for, null where the words make no sense. */
function tableAsked(words: readonly string[]): string | null | undefined {
  try {
    const options = { jsonl: { type: "boolean" }, table: { type: "string" } } as const;
    return parseArgs({ args: [...words], options }).values.table;
  } catch {
    return null;
  }
}
