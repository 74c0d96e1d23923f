/** What an import says when it is over: the counts, what was refused and why, what the file did not name. */

import type { Context } from "../../platform/context.ts";
import { heading, line, note, type Piece, type View } from "../../platform/view.ts";
import type { TextKey } from "../../texts/index.ts";
import type { ImportReport } from "./import-run.ts";
import type { RowRefusal } from "./ledger.ts";

/** `--json` is the one line of counts, which add up. `more` stands before what was refused. */
export function importedView(ctx: Context, title: string, report: ImportReport, more: readonly Piece[] = []): View {
  return {
    title,
    pieces: [
      heading(title),
      line(ctx.t("import.counts", { ...report.counts })),
      ...(report.dryRun ? [line(ctx.t("import.dry_run"))] : []),
      ...more,
      ...refusedPieces(ctx, report),
      ...missingPieces(ctx, report),
    ],
    json: report.counts,
  };
}

function refusedPieces(ctx: Context, { refused }: ImportReport): Piece[] {
  const pieces = refused.flatMap(({ reason, rows, samples }) => [
    line(ctx.t("import.refused.reason", { rows, reason: ctx.t(`import.reason.${reason}`) })),
    ...samples.map((sample) => note(refusalText(ctx, sample))),
  ]);
  return pieces.length === 0 ? [] : [heading(ctx.t("import.refused.heading")), ...pieces];
}

function refusalText(ctx: Context, { line: at, column, value }: RowRefusal): string {
  const key: TextKey = column === "" ? "import.refused.whole_row" : "import.refused.row";
  return ctx.t(key, { line: at, column, value });
}

function missingPieces(ctx: Context, { missing }: ImportReport): Piece[] {
  const { count, some } = missing;
  const rest = count > some.length ? ", …" : "";
  return count === 0 ? [] : [line(ctx.t("import.missing", { count, some: some.join(", ") + rest }))];
}
