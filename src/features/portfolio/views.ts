import type { Context } from "../../platform/context.ts";
import { toldIn } from "../../platform/schema-remedies.ts";
import { heading, line, note, type Piece, type View } from "../../platform/view.ts";
import type { FileProblem } from "../../platform/yaml-file.ts";
import { importedView } from "../people/index.ts";
import type { PortfolioReport } from "./import-portfolio.ts";

/** What followed from the import. */
export interface Aftermath {
  readonly withoutOwner?: number;
  /** Customers that another department leads now. */
  readonly crossed?: number;
  readonly planned?: {
    readonly created: number;
    readonly moved: number;
    readonly cancelled: number;
    readonly withoutRule: number;
  };
}

export function portfolioView(ctx: Context, report: PortfolioReport, aftermath: Aftermath = {}): View {
  const { source, asOf, seconds, changedFields, longestWriteMs, counts } = report;
  const { withoutOwner = 0, crossed = 0, planned } = aftermath;
  const changes = [...changedFields].sort((a, b) => b[1] - a[1]);
  const more: Piece[] = [
    line(ctx.t("import.took", { seconds: seconds.toFixed(1) })),
    ...(report.dryRun ? [] : [note(ctx.t("import.longest_write", { ms: longestWriteMs }))]),
    ...(changes.length === 0 ? [] : [heading(ctx.t("import.changed.heading"))]),
    ...changes.map(([field, loans]) => note(ctx.t("import.changed.field", { field, loans }))),
    ...(planned === undefined ? [] : [line(ctx.t("import.planned", { ...planned }))]),
    ...(planned === undefined || planned.withoutRule === 0
      ? []
      : [line(ctx.t("import.without_rule", { count: planned.withoutRule }))]),
    ...(crossed === 0 ? [] : [line(ctx.t("import.crossed", { count: crossed }))]),
    ...(withoutOwner === 0 ? [] : [line(ctx.t("import.no_owner", { count: withoutOwner }))]),
  ];
  const view = importedView(ctx, ctx.t("import.portfolio.title", { source, asOf }), report, more);
  return { ...view, json: { ...counts, longest_write_ms: longestWriteMs } };
}

/** Every problem of a mapping file at once, with what helps. */
export function mappingProblemsView(ctx: Context, problems: readonly FileProblem[]): View {
  const title = ctx.t("import.mapping.title");
  const lines = problems.map((found) => {
    const { file, line: at, path } = found;
    return line(ctx.t("import.mapping.problem", { file, line: at, path, ...toldIn(ctx.t, found) }));
  });
  return { title, pieces: [heading(title), ...lines], json: { problems } };
}
