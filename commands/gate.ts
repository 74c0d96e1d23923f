import { judgeLines } from "../src/features/gate/index.ts";
import { readPolicy } from "../src/open-parts.ts";
import { defineProgram } from "../src/platform/commands/definition.ts";
import { linesTo } from "../src/platform/json-lines.ts";

/** `gate --jsonl < reports.jsonl`: opens no database. */
export const gate = defineProgram({
  name: "gate",
  summary: "command.gate.summary",
  verb: "see_help",
  program: (config) => judgeLines(readPolicy(config), process.stdin, linesTo(process.stdout)),
});
