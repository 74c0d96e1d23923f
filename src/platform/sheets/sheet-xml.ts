/** One sheet's XML, piece by piece, until its rows end or no more fit into a sheet. */
import { type CellWriter, textCell } from "./cell-xml.ts";
import { widthOf } from "./column-width.ts";
import type { Column, Row } from "./sheet.ts";
import { STYLE } from "./styles.ts";

/** How many rows Excel takes in one sheet, the header among them; and how many bytes, so that no part of the archive passes 4 GiB. */
export const SHEET_LIMITS = { rows: 1_048_576, bytes: 3_500_000_000 };

const PIECE = 64 * 1024;

export interface SheetContent {
  readonly columns: readonly Column[];
  readonly rows: RowSource;
  readonly write: CellWriter;
}

/** Rows that are read once, by one sheet after another. */
export class RowSource {
  readonly #rows: AsyncIterator<Row> | Iterator<Row>;
  #ahead: IteratorResult<Row> | undefined;
  taken = 0;

  constructor(rows: Iterable<Row> | AsyncIterable<Row>) {
    this.#rows = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  /** Whether another row comes; it stays the next. */
  async hasMore(): Promise<boolean> {
    this.#ahead ??= await this.#rows.next();
    return this.#ahead.done !== true;
  }

  async next(): Promise<Row | undefined> {
    const result = this.#ahead ?? (await this.#rows.next());
    this.#ahead = result.done === true ? result : undefined;
    if (result.done === true) {
      return undefined;
    }
    this.taken += 1;
    return result.value;
  }

  /** Lets go of what the rows are read from. */
  async close(): Promise<void> {
    await this.#rows.return?.();
  }
}

/** `ended`: told the cells of the header and of every row, $A$1:$Q$960, which readers want beside the filter itself. */
export async function* sheetXml(
  { columns, rows, write }: SheetContent,
  ended: (filtered: string) => void,
): AsyncGenerator<Buffer> {
  const letters = columns.map((_, place) => lettersOf(place));
  let piece =
    opening(columns) +
    row(1, columns.map(({ title }, at) => textCell(`${letters[at]}1`, title, STYLE.header)).join(""));
  let nth = 1;
  let bytes = 0;
  while (nth < SHEET_LIMITS.rows && bytes < SHEET_LIMITS.bytes) {
    const cells = await rows.next();
    if (cells === undefined) {
      break;
    }
    if (cells.length !== columns.length) {
      throw new TypeError(`a row has ${cells.length} cells for ${columns.length} columns`);
    }
    nth += 1;
    let inner = "";
    for (const [at, column] of columns.entries()) {
      inner += write(column, cells[at], `${letters[at]}${nth}`);
    }
    piece += row(nth, inner);
    if (piece.length >= PIECE) {
      const buffer = Buffer.from(piece);
      bytes += buffer.length;
      piece = "";
      yield buffer;
    }
  }
  ended(`$A$1:$${letters.at(-1) ?? "A"}$${nth}`);
  yield Buffer.from(piece + closing(letters.at(-1) ?? "A", nth));
}

const row = (nth: number, cells: string) => `<row r="${nth}">${cells}</row>`;

function opening(columns: readonly Column[]): string {
  const widths = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`,
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`,
    `<cols>${widths.join("")}</cols><sheetData>`,
  ].join("");
}

function closing(lastColumn: string, lastRow: number): string {
  return `</sheetData><autoFilter ref="A1:${lastColumn}${lastRow}"/></worksheet>`;
}

/** A to Z, then AA. */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}
