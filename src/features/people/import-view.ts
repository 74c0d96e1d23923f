/** What an import says when it is over: the counts, what was refused and why, what the file did not name. */

import type { Context } from "../../platform/context.ts";
import { heading, line, note, type Piece, type View } from "../../platform/view.ts";
import type { TextKey } from "../../texts/index.ts";
import type { ImportReport } from "./import-run.ts";
import type { RowRefusal } from "./ledger.ts";

/** A longer list is no help on a screen. */
const MOST_KNOWN = 30;

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
    ...knownLines(ctx, samples),
  ]);
  return pieces.length === 0 ? [] : [heading(ctx.t("import.refused.heading")), ...pieces];
}

/** What may stand in a column is said once for each. */
function knownLines(ctx: Context, samples: readonly RowRefusal[]): Piece[] {
  const byColumn = new Map(samples.map(({ column, known }) => [column, known ?? []]));
  return [...byColumn]
    .filter(([, known]) => known.length > 0 && known.length <= MOST_KNOWN)
    .map(([column, known]) => note(ctx.t("import.refused.known", { column, known: known.join(", ") })));
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
