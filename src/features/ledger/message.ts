/** The message of an export: how far it is, and the file once it is there. One message, drawn again. */
import type { Context } from "../../platform/context.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { type Button, line, note, type Piece, type View } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { goesByLink } from "../documents/index.ts";
import { CANCEL_LEDGER, FETCH_LEDGER } from "./ids.ts";
import { type ExportRow, findExport } from "./store.ts";
import { LedgerUnits } from "./units.ts";
import { filterText } from "./workbook.ts";

/** How long our own copy of a file is kept for whoever asked for it. */
export const KEPT_HOURS = 24;

export async function drawExport(ctx: Context, { refs }: DueMessage): Promise<View | undefined> {
  const row = await findExport(ctx.db, refs["exportId"] ?? "");
  if (row === undefined) {
    return undefined;
  }
  const asked = filterText(ctx.t, row.filters, await LedgerUnits.read(ctx.db));
  return {
    title: ctx.t("ledger.title"),
    pieces: [...statePieces(ctx, row), note(`${ctx.t("ledger.about.filters")}: ${asked}`)],
  };
}

function statePieces(ctx: Context, row: ExportRow): Piece[] {
  const { t } = ctx;
  const cancel: Button = { text: t("ledger.cancel"), action: CANCEL_LEDGER, value: row.id };
  switch (row.state) {
    case "waiting":
      return [line(t("ledger.waiting")), { kind: "buttons", buttons: [cancel] }];
    case "running":
      return [
        line(row.total === null ? t("ledger.counting") : t("ledger.running", { rows: row.rows, total: row.total })),
        ...begunAgain(t, row),
        { kind: "buttons", buttons: [cancel] },
      ];
    case "cancelled":
    case "failed":
      return [line(t(`ledger.${row.state}`))];
    case "done":
      return donePieces(ctx, row);
  }
}

/** Said at its end too: whoever looked away meanwhile learns why it took longer. */
const begunAgain = (t: Translate, { begun }: ExportRow): Piece[] => (begun > 1 ? [note(t("ledger.begun_again"))] : []);

function donePieces(ctx: Context, row: ExportRow): Piece[] {
  const { t } = ctx;
  const differences = row.differences ?? 0;
  return [
    line(t("ledger.done", { rows: row.rows })),
    ...begunAgain(t, row),
    line(differences === 0 ? t("ledger.agrees") : t("ledger.differs", { count: differences })),
    ...filePieces(t, row, goesByLink(ctx)),
    note([`${t("ledger.hash")} `, { code: row.sha256 ?? "" }]),
  ];
}

function filePieces(t: Translate, row: ExportRow, byLink: boolean): Piece[] {
  if (row.sentAt !== null) {
    return [line(t("ledger.sent"))];
  }
  if (row.removedAt !== null) {
    return [line(t("ledger.gone"))];
  }
  const fetch: Button = { text: t("ledger.fetch"), action: FETCH_LEDGER, value: row.id, style: "primary" };
  return byLink
    ? [{ kind: "buttons", buttons: [fetch] }, note(t("ledger.kept", { hours: KEPT_HOURS }))]
    : [line(t("ledger.sending"))];
}
