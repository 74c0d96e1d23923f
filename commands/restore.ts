import { resolve } from "node:path";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { defineProgram, type Typed } from "../src/platform/commands/definition.ts";
import type { Config } from "../src/platform/config/index.ts";
import { writeView } from "../src/platform/terminal/run.ts";
import { line, note, type View } from "../src/platform/view.ts";
import { markForeignRestore, type RestoredRecord, restore as restoreFrom } from "../src/restore.ts";
import { refusalSentence, type Translate, translator } from "../src/texts/index.ts";

const USAGE = 64;
const TAKEN_AT = "--taken-at";

/** `restore FILE`: the desk must be stopped. `restore --taken-at MOMENT` after pg_restore. */
export const restore = defineProgram({
  name: "restore",
  summary: "command.restore.summary",
  usage: "FILE",
  flags: { "taken-at": { type: "string", hint: "MOMENT" }, json: { type: "boolean" } },
  verb: "keep_backups",
  program: async (config, typed: Typed) => {
    const t = translator(typed.language);
    const asJson = typed.words.includes("--json");
    const done = await asked(config, typed, t);
    if (isRefusal(done)) {
      const view = { title: t("words.product"), pieces: [line(refusalSentence(typed.language, done))], json: done };
      writeView(view, asJson, process.stderr);
      return USAGE;
    }
    writeView(restoredView(t, done), asJson, process.stdout);
    return done.missing.length === 0 ? 0 : 1;
  },
});

async function asked(config: Config, { words }: Typed, t: Translate) {
  const [name, ...rest] = words.flatMap((word) => word.split(/(?<=^--taken-at)=/));
  const takenAt = name === TAKEN_AT ? (rest[0] ?? "") : undefined;
  if (takenAt !== undefined) {
    const moment = new Date(takenAt);
    return Number.isNaN(moment.getTime())
      ? refuse("backup.bad_moment", { file: takenAt })
      : markForeignRestore(config, moment.toISOString());
  }
  return name === undefined
    ? refuse("command.usage", { usage: "restore FILE", problem: t("refusal.command.missing_word") })
    : restoreFrom(config, resolve(name));
}

function restoredView(t: Translate, done: RestoredRecord): View {
  return {
    title: t("restore.done", { moment: done.takenAt }),
    pieces: [
      line(t("restore.uncertain", { count: done.uncertain })),
      ...(done.missing.length === 0 ? [] : [line(t("backup.missing", { count: done.missing.length }))]),
      ...(done.keptAs === undefined ? [] : [note(t("restore.kept", { file: done.keptAs }))]),
    ],
    json: done,
  };
}
