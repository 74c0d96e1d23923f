import type { Context } from "../../platform/context.ts";
import { line, type View } from "../../platform/view.ts";
import { importedView } from "../people/index.ts";
import type { FactFileReport } from "./import-facts.ts";

export function factFileView(ctx: Context, report: FactFileReport): View {
  const { source, kind, seconds } = report;
  const title = ctx.t("import.facts.title", { source, kind: ctx.t(`facts.kind.${kind}`) });
  return importedView(ctx, title, report, [line(ctx.t("import.took", { seconds: seconds.toFixed(1) }))]);
}
