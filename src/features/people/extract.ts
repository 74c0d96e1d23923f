/** A CSV file as a stream of rows with their line numbers. A row that cannot be read is a row too. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type CsvError, parse } from "csv-parse";

export interface ExtractRow {
  /** Where the row begins, from 1; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the row as a whole cannot be used. */
  readonly broken?: "broken_quotes" | "wrong_number_of_columns" | "not_text";
}

export interface Extract {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<ExtractRow>;
  readonly sizeBytes: number;
  /** Roughly: files are read in pieces. */
  bytesRead(): number;
}

/** What a file in another encoding becomes when read as UTF-8; and a character that PostgreSQL cannot hold. */
const NO_TEXT = ["\0", "\ufffd"];

/**
 * UTF-8, with or without BOM; blank lines are no rows. `undefined` for a file without a header. Throws what the file
 * system throws.
 */
export async function openExtract(path: string, delimiter = ","): Promise<Extract | undefined> {
  const { size } = await stat(path);
  const file = createReadStream(path, { highWaterMark: 64 * 1024 });
  const rows = readRows(file, delimiter);
  const first = await rows.next();
  if (first.done) {
    return undefined;
  }
  const header = first.value.cells.map((cell) => cell.trim());
  return { header, rows: checked(rows, header.length), sizeBytes: size, bytesRead: () => file.bytesRead };
}

async function* checked(rows: AsyncGenerator<ExtractRow>, width: number): AsyncGenerator<ExtractRow> {
  for await (const row of rows) {
    if (row.broken === undefined && row.cells.length !== width) {
      yield { ...row, broken: "wrong_number_of_columns" };
    } else if (row.broken === undefined && row.cells.some((cell) => NO_TEXT.some((sign) => cell.includes(sign)))) {
      yield { ...row, broken: "not_text" };
    } else {
      yield row;
    }
  }
}

async function* readRows(file: NodeJS.ReadableStream, delimiter: string): AsyncGenerator<ExtractRow> {
  const unclosed: string[] = [];
  /** After the last row that was read. */
  let line = 1;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  // Quotes may stand anywhere; what remains to go wrong is one that swallows the rest of the file.
  parser.on("skip", (error: CsvError) => {
    unclosed.push(error.message);
  });
  file.on("error", (error) => parser.destroy(error));
  for await (const parsed of file.pipe(parser)) {
    if (isParsed(parsed)) {
      const { record, info } = parsed;
      yield { line: info.lines - breaksIn(record), cells: record };
      line = info.lines + 1;
    }
  }
  for (const message of unclosed) {
    yield { line, cells: [message], broken: "broken_quotes" };
  }
}

interface Parsed {
  readonly record: string[];
  /** How many lines have been read when the row ends. */
  readonly info: { readonly lines: number };
}

function isParsed(value: unknown): value is Parsed {
  return typeof value === "object" && value !== null && "record" in value && "info" in value;
}

/** Line breaks inside quoted cells. */
function breaksIn(cells: readonly string[]): number {
  return cells.reduce((breaks, cell) => breaks + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}
