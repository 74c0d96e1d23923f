/** Writes the register for a person, and reads the file as a stranger would. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { LedgerFilters } from "../../../src/domain/ledger/filters.ts";
import { type LedgerFile, writeLedger } from "../../../src/features/ledger/write-file.ts";
import type { Context } from "../../../src/platform/context.ts";
import { partsOf, rowsOf } from "../../platform/sheets/read-back.ts";

export interface ReadLedger {
  readonly told: LedgerFile;
  /** Of each sheet, by its name: rows of texts, the header first. A cell that is empty is left out. */
  readonly sheets: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly bytes: Buffer;
}

export async function readLedger(ctx: Context, filters: LedgerFilters = {}): Promise<ReadLedger> {
  const { told, bytes } = await written(ctx, filters, "xlsx");
  return { told, bytes, sheets: await sheetsOf(bytes) };
}

export async function sheetsOf(bytes: Buffer): Promise<Map<string, string[][]>> {
  const parts = await partsOf(bytes);
  const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/sheet name="([^"]*)"/gu)].map(
    ([, name]) => name ?? "",
  );
  return new Map(
    names.map((name, at) => [
      name,
      rowsOf(parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "").map((row) => row.map(({ text }) => text)),
    ]),
  );
}

/** One object a row, by the titles of the columns. */
export async function ledgerRows(ctx: Context, filters: LedgerFilters = {}): Promise<Record<string, string>[]> {
  const { bytes } = await written(ctx, filters, "csv");
  return parse(bytes, { bom: true, columns: true, record_delimiter: "\r\n" });
}

async function written(ctx: Context, filters: LedgerFilters, format: "xlsx" | "csv") {
  const path = join(mkdtempSync(join(tmpdir(), "afterloan-ledger-")), `ledger.${format}`);
  const told = await writeLedger(ctx, { filters, format, path }, () => undefined);
  return { told, bytes: readFileSync(path) };
}
