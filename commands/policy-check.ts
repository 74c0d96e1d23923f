import { existsSync } from "node:fs";
import { countUnreviewed } from "../src/domain/policy/unreviewed.ts";
import { shipped } from "../src/open-parts.ts";
import { loadCalendars } from "../src/platform/calendars/index.ts";
import { defineProgram, type Typed } from "../src/platform/commands/definition.ts";
import { loadPolicy, problemLine } from "../src/platform/policy-file.ts";
import { writeView } from "../src/platform/terminal/run.ts";
import { line, type View } from "../src/platform/view.ts";
import { isProblems } from "../src/platform/yaml-file.ts";
import { translator } from "../src/texts/index.ts";

/** `policy check FILE`: every problem at once, with its line and remedy; opens no database. Exit code 1 where there is one. */
export const policyCheck = defineProgram({
  name: "policy check",
  summary: "command.policy_check.summary",
  usage: "FILE",
  flags: { json: { type: "boolean" } },
  verb: "see_help",
  program: async (_config, typed) => check(typed),
  withoutSettings: async (_problems, typed) => check(typed),
});

/** EX_NOINPUT. */
const NO_FILE = 66;

function check({ words, language }: Typed): number {
  const t = translator(language);
  const file = words.find((word) => !word.startsWith("--"));
  if (file === undefined || !existsSync(file)) {
    process.stderr.write(`${t("policy.no_file", { file: file ?? "FILE" })}\n`);
    return NO_FILE;
  }
  const calendars = loadCalendars(shipped("policy/calendars"));
  const loaded = loadPolicy(file, isProblems(calendars) ? undefined : calendars.keys());
  const found = isProblems(loaded) ? loaded : [];
  const title = isProblems(loaded)
    ? t("policy.problems", { count: loaded.length })
    : t("policy.sound", {
        id: loaded.policy.policy.id,
        version: loaded.policy.policy.version,
        count: countUnreviewed(loaded.policy),
      });
  const view: View = {
    title,
    pieces: found.map((problem) => line(problemLine(problem, t))),
    json: { file, problems: found },
  };
  writeView(view, words.includes("--json"), process.stdout);
  return found.length === 0 ? 0 : 1;
}
