/** Writes one sheet as CSV while its rows come: RFC 4180, UTF-8 with a byte order mark, without which Excel takes Chinese for Latin. */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { decimalMoney } from "../../domain/decimal-money.ts";
import { Measured } from "./measured.ts";
import { neutralText } from "./neutral-text.ts";
import type { Cell, Column, Workbook, WrittenFile } from "./sheet.ts";
import { RowSource } from "./sheet-xml.ts";
import { typedCell } from "./typed-cell.ts";
import { wallClock } from "./wall-clock.ts";

const PIECE = 64 * 1024;
const MARK = "\ufeff";

/** Ends `out`. Writes the workbook's first sheet: a CSV file holds one. Throws what the rows or `out` throw. */
export async function writeCsv(out: Writable, { sheets, timeZone }: Workbook): Promise<WrittenFile> {
  const [{ columns, rows }] = sheets;
  const source = new RowSource(rows);
  const measured = new Measured();
  try {
    const lines = csvLines(columns, source, wallClock(timeZone));
    await pipeline(Readable.from(lines, { objectMode: false }), measured, out);
  } finally {
    await source.close();
  }
  return { rows: source.taken, bytes: measured.bytes, sha256: measured.sha256() };
}

async function* csvLines(
  columns: readonly Column[],
  rows: RowSource,
  toWallClock: (moment: Date) => number,
): AsyncGenerator<Buffer> {
  let piece = `${MARK}${columns.map(({ title }) => quoted(title)).join(",")}\r\n`;
  for (let row = await rows.next(); row !== undefined; row = await rows.next()) {
    const cells = row;
    if (cells.length !== columns.length) {
      throw new TypeError(`a row has ${cells.length} cells for ${columns.length} columns`);
    }
    piece += `${columns.map((column, at) => cellText(column, cells[at], toWallClock)).join(",")}\r\n`;
    if (piece.length >= PIECE) {
      yield Buffer.from(piece);
      piece = "";
    }
  }
  yield Buffer.from(piece);
}

function cellText(column: Column, cell: Cell, toWallClock: (moment: Date) => number): string {
  const typed = typedCell(column, cell);
  switch (typed.kind) {
    case "empty":
      return "";
    case "text":
    case "date":
      return quoted(typed.text);
    case "number":
      return typed.digits;
    case "money":
      return decimalMoney(typed.money);
    case "datetime":
      return new Date(toWallClock(typed.moment)).toISOString().slice(0, 19).replace("T", " ");
  }
}

/** Always in quotes: where a semicolon separates cells, an unquoted text could begin a formula after one. */
function quoted(text: string): string {
  return `"${neutralText(text).replaceAll('"', '""')}"`;
}
