/** An .xlsx workbook as a stream of rows: one sheet is read piece by piece, only the shared texts are kept. */
import type { Readable } from "node:stream";
import { type Refusal, refuse } from "../../../domain/refusal.ts";
import { cellReader } from "./cell-text.ts";
import { type Extract, type ExtractRow, ofWidth } from "./extract.ts";
import { readSharedTexts } from "./shared-texts.ts";
import { sheetRows } from "./sheet-rows.ts";
import { findSheet, readDateStyles } from "./workbook-parts.ts";
import { BrokenZip, openZip, type Zip } from "./zip.ts";

export async function openWorkbook(path: string, sheet: string | undefined): Promise<Extract | Refusal | undefined> {
  try {
    return await openSheet(await openZip(path), sheet);
  } catch (failure) {
    if (failure instanceof BrokenZip) return refuse("import.broken_workbook", { why: failure.message });
    throw failure;
  }
}

async function openSheet(zip: Zip, wanted: string | undefined): Promise<Extract | Refusal | undefined> {
  const found = await findSheet(zip, wanted);
  if ("names" in found) {
    zip.close();
    return refuse("import.no_sheet", { sheet: wanted ?? "", sheets: found.names.join(", ") });
  }
  const { dates, is1904 } = await readDateStyles(zip);
  const readCell = cellReader({ texts: await readSharedTexts(zip), dates, is1904 });
  const content = await zip.read(found.path);
  let read = 0;
  const rows = withoutEmpty(
    sheetRows(
      counted(content, (bytes) => (read += bytes)),
      readCell,
    ),
    () => zip.close(),
  );
  const first = await rows.next();
  if (first.done) {
    return undefined;
  }
  const header = first.value.cells.map((cell) => cell.trim());
  return {
    header,
    rows: ofWidth(padded(rows, header.length), header.length),
    dateFormat: "YYYY-MM-DD",
    sizeBytes: zip.sizeOf(found.path),
    bytesRead: () => read,
  };
}

async function* counted(content: Readable, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    if (Buffer.isBuffer(piece)) {
      count(piece.length);
      yield piece;
    }
  }
}

async function* withoutEmpty(rows: AsyncIterable<ExtractRow>, close: () => void): AsyncGenerator<ExtractRow> {
  try {
    for await (const row of rows) {
      if (row.cells.some((cell) => cell.trim() !== "")) yield row;
    }
  } finally {
    close();
  }
}

/** A sheet stores no empty cells at a row's end, and styled ones beyond the table. */
async function* padded(rows: AsyncIterable<ExtractRow>, width: number): AsyncGenerator<ExtractRow> {
  for await (const row of rows) {
    const kept = row.cells.slice(0, Math.max(width, row.cells.findLastIndex((cell) => cell !== "") + 1));
    yield { ...row, cells: [...kept, ...Array<string>(Math.max(width - kept.length, 0)).fill("")] };
  }
}
