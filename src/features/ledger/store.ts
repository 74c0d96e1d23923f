/** Exports as they are stored. */
import {
  LEDGER_EXPORT_STATES,
  LEDGER_FORMATS,
  type LedgerExportState,
  ledgerFilters,
} from "../../domain/ledger/filters.ts";
import type { Context, Parts } from "../../platform/context.ts";
import { inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { LEDGER_SUBJECT } from "./ids.ts";

type Change = Parameters<Context["db"]["ledgerExport"]["updateMany"]>[0]["data"];
export type ExportRow = NonNullable<Awaited<ReturnType<typeof findExport>>>;

export async function findExport(db: Context["db"], id: string) {
  const row = await db.ledgerExport.findUnique({ where: { id } });
  return row === null
    ? undefined
    : {
        ...row,
        state: oneOf(LEDGER_EXPORT_STATES, row.state),
        format: oneOf(LEDGER_FORMATS, row.format),
        filters: ledgerFilters.parse(JSON.parse(row.filters)),
      };
}

/** Where it still is what it was: of two who change it, one does. Its message is drawn again. */
export async function changeExport(
  ctx: Context,
  { id, state, begun }: { readonly id: string; readonly state: LedgerExportState; readonly begun?: number },
  change: Change,
  andThen: (tx: Context) => Promise<unknown> = async () => undefined,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const where = { id, state, ...(begun === undefined ? {} : { begun }) };
    const { count } = await tx.db.ledgerExport.updateMany({ where, data: change });
    if (count === 0) {
      return false;
    }
    await andThen(tx);
    await markStale(tx, { kind: LEDGER_SUBJECT, id });
    return true;
  });
}

/** On the machine's clock. */
export function inSeconds({ clocks }: Parts, seconds: number): Date {
  return new Date(clocks.machineNow().getTime() + seconds * 1000);
}
