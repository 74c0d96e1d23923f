import { existsSync } from "node:fs";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { importedView, importUnits } from "../src/features/people/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const importUnitsFile = defineCommand({
  name: "import-units",
  summary: "command.import_units.summary",
  usage: "FILE",
  flags: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  verb: "import_people",
  where: ["terminal"],
  args: words("file"),
  run: async (ctx, { file, flags }) => {
    if (!existsSync(file)) {
      return refuse("import.no_file", { file });
    }
    const report = await importUnits(ctx, file, { dryRun: flags["dry-run"] === true });
    if (isRefusal(report)) {
      return report;
    }
    return { kind: "view", view: importedView(ctx, ctx.t("import.units.title", { source: report.source }), report) };
  },
});
