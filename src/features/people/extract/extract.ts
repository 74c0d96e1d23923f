/** A table in a file, row by row, whatever the file is. A row that cannot be read is a row too. */

export interface ExtractRow {
  /** Where the row begins, from 1; the header is line 1. In a workbook, the row's own number. */
  readonly line: number;
  /** As text. A workbook's dates are YYYY-MM-DD, its numbers plain decimal digits. */
  readonly cells: readonly string[];
  /** Why the row as a whole cannot be used. */
  readonly broken?: "broken_quotes" | "wrong_number_of_columns" | "not_text" | "digits_lost";
}

export interface Extract {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<ExtractRow>;
  /** Of a workbook, whose cells may be dates: as they are written here. */
  readonly dateFormat?: "YYYY-MM-DD";
  readonly sizeBytes: number;
  /** Roughly: files are read in pieces. */
  bytesRead(): number;
}

export const ENCODINGS = ["utf-8", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface ExtractWishes {
  /** Of a text file; a comma when not said. */
  readonly delimiter?: string | undefined;
  /** Of a text file; UTF-8 when not said. */
  readonly encoding?: Encoding | undefined;
  /** Of a workbook: the sheet's name; its first sheet when not said. */
  readonly sheet?: string | undefined;
}

/** Rows with as many cells as the header; what a file lacks at a row's end is empty in a workbook only. */
export async function* ofWidth(rows: AsyncIterable<ExtractRow>, width: number): AsyncGenerator<ExtractRow> {
  for await (const row of rows) {
    yield row.broken === undefined && row.cells.length !== width ? { ...row, broken: "wrong_number_of_columns" } : row;
  }
}
