/** Reads the register for one person and writes it, and says how it adds up. */
import { createWriteStream } from "node:fs";
import type { LedgerFilters, LedgerFormat } from "../../domain/ledger/filters.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { type Row, type WrittenFile, writeCsv, writeXlsx } from "../../platform/sheets/index.ts";
import { inSmallMemory } from "../../platform/small-memory.ts";
import { ledgerRow } from "./columns.ts";
import { type Asked, ledgerEntries } from "./entries.ts";
import { ledgerReader } from "./reader.ts";
import { recountLedger } from "./recount.ts";
import { differs, digestTotals, LedgerTally } from "./tally.ts";
import { LedgerUnits } from "./units.ts";
import { ledgerWorkbook } from "./workbook.ts";

export interface WantedFile {
  readonly filters: LedgerFilters;
  readonly format: LedgerFormat;
  readonly path: string;
}

/** How far it is; throws where it is not wanted any more. */
export type Progress = (rows: number, total: number) => void;

export interface LedgerFile extends WrittenFile {
  readonly entries: number;
  /** Counts and figures that differ between the file, the recount and the digest. */
  readonly differences: number;
}

/** Counted first, so that progress has an end; what happens from now on is the next export's. */
export async function writeLedger(ctx: Context, wanted: WantedFile, progress: Progress): Promise<LedgerFile> {
  const { database } = ctx.parts;
  const units = await LedgerUnits.read(ctx.db);
  const head = await ctx.db.auditHead.findUnique({ where: { id: 1 } });
  const bounds = { seq: head?.seq ?? 0n, id: newId(), now: ctx.now.toJSDate() };
  const reader = await ledgerReader(ctx, units);
  const asked: Asked = { filters: wanted.filters, reader, units, bounds };
  const chosen = wanted.filters.unitId === undefined ? undefined : units.of(wanted.filters.unitId);
  const totals = await digestTotals(ctx, wanted.filters, reader, chosen);
  const again = await recountLedger(database, asked);
  const total = again.reduce((sum, { rows }) => sum + rows, 0);
  progress(0, total);

  const tally = new LedgerTally();
  const result = () => ({
    rows: tally.rows,
    counts: tally.beside(again),
    figures: totals.map(({ figure, unit, amount }) => ({
      ...{ figure, unit, here: tally.figure(figure, unit.id), there: amount },
    })),
  });
  const rows = counted(ctx, asked, tally, (done) => progress(done, total));
  const policy = await policyNamed(ctx);
  const workbook = ledgerWorkbook(ctx, { rows, filters: wanted.filters, units, policy, result });
  const out = createWriteStream(wanted.path, { mode: 0o600 });
  const written = await inSmallMemory(() => (wanted.format === "csv" ? writeCsv : writeXlsx)(out, workbook));
  const { counts, figures } = result();
  const differences = counts.filter(differs).length + figures.filter(({ here, there }) => here !== there).length;
  return { ...written, entries: tally.rows, differences };
}

async function* counted(
  ctx: Context,
  asked: Asked,
  tally: LedgerTally,
  done: (rows: number) => void,
): AsyncGenerator<Row> {
  const people = await ctx.db.person.findMany({ select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for await (const entry of ledgerEntries(ctx.parts.database, asked)) {
    tally.count(entry);
    done(tally.rows);
    yield ledgerRow(ctx.t, tally.rows, entry, (id) => names.get(id) ?? "");
  }
}

async function policyNamed({ db, policy }: Context): Promise<{ name: string; hash: string }> {
  const row = await db.policyVersion.findUnique({ where: { id: policy.versionId } });
  return { name: row === null ? "" : `${row.policyId} ${row.version}`, hash: row?.hash ?? "" };
}
