import { existsSync } from "node:fs";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { letBooksFall } from "../src/features/handovers/index.ts";
import { importedView, importPeople } from "../src/features/people/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const importPeopleFile = defineCommand({
  name: "import-people",
  summary: "command.import_people.summary",
  usage: "FILE",
  flags: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  verb: "import_people",
  where: ["terminal"],
  args: words("file"),
  run: async (ctx, { file, flags }) => {
    if (!existsSync(file)) {
      return refuse("import.no_file", { file });
    }
    const report = await importPeople(ctx, file, { dryRun: flags["dry-run"] === true });
    if (isRefusal(report)) {
      return report;
    }
    const fallen = report.dryRun ? 0 : await letBooksFall(ctx);
    if (isRefusal(fallen)) {
      return fallen;
    }
    return { kind: "view", view: importedView(ctx, ctx.t("import.people.title", { source: report.source }), report) };
  },
});
