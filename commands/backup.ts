import { resolve } from "node:path";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { openParts } from "../src/open-parts.ts";
import { backUp } from "../src/platform/backup/back-up.ts";
import { manifestPath } from "../src/platform/backup/manifest.ts";
import { defineProgram, type Typed } from "../src/platform/commands/definition.ts";
import { refusalView } from "../src/platform/commands/in-slack.ts";
import { systemContext } from "../src/platform/context.ts";
import { writeView } from "../src/platform/terminal/run.ts";
import { line, note } from "../src/platform/view.ts";

const USAGE = 64;

/** `backup FILE`: beside a running desk. */
export const backup = defineProgram({
  name: "backup",
  summary: "command.backup.summary",
  usage: "FILE",
  flags: { json: { type: "boolean" } },
  verb: "keep_backups",
  program: async (config, typed: Typed) => {
    const asJson = typed.words.includes("--json");
    const [name] = typed.words.filter((word) => !word.startsWith("--"));
    const { parts, close } = await openParts(config);
    try {
      const ctx = systemContext(parts, typed.language);
      const { t } = ctx;
      const done =
        name === undefined
          ? refuse("command.usage", { usage: "backup FILE", problem: t("refusal.command.missing_word") })
          : await backUp(ctx, resolve(name), config.evidenceDir);
      if (isRefusal(done)) {
        writeView(refusalView(ctx, done), asJson, process.stderr);
        return USAGE;
      }
      const { manifest, missing } = done;
      const pieces = [
        line(t("backup.head", { head: manifest.auditHead })),
        line(t("backup.evidence", { count: manifest.evidence.length, folder: config.evidenceDir })),
        ...(missing.length === 0 ? [] : [line(t("backup.missing", { count: missing.length }))]),
        note(t("backup.manifest", { file: manifestPath(resolve(name ?? "")) })),
      ];
      const title = t("backup.done", { file: resolve(name ?? "") });
      writeView({ title, pieces, json: { ...manifest, missing } }, asJson, process.stdout);
      return missing.length === 0 ? 0 : 1;
    } finally {
      await close();
    }
  },
});
