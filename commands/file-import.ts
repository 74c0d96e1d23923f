/** A command that reads one file of the bank's people or units into the record, and says what became of its rows. */
import { existsSync } from "node:fs";
import { isRefusal, type Refusal, refuse } from "../src/domain/refusal.ts";
import { type ImportReport, importedView } from "../src/features/people/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import type { TextKey } from "../src/texts/index.ts";

interface FileImport {
  readonly name: string;
  readonly summary: TextKey;
  readonly title: TextKey;
  read(ctx: Context, file: string, wishes: { readonly dryRun: boolean }): Promise<ImportReport | Refusal>;
  /** What follows from it; left out where nothing was written. */
  followedBy?(ctx: Context): Promise<unknown>;
}

export function fileImport({ name, summary, title, read, followedBy }: FileImport) {
  return defineCommand({
    name,
    summary,
    usage: "FILE",
    flags: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
    verb: "import_people",
    where: ["terminal"],
    args: words("file"),
    run: async (ctx, { file, flags }) => {
      if (!existsSync(file)) {
        return refuse("import.no_file", { file });
      }
      const report = await read(ctx, file, { dryRun: flags["dry-run"] === true });
      if (isRefusal(report)) {
        return report;
      }
      const followed = report.dryRun ? undefined : await followedBy?.(ctx);
      return isRefusal(followed)
        ? followed
        : { kind: "view", view: importedView(ctx, ctx.t(title, { source: report.source }), report) };
    },
  });
}
