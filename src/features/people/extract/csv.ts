/** A text file as a stream of rows with their line numbers. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import type { Encoding, Extract, ExtractRow, ExtractWishes } from "./extract.ts";
import { ofWidth } from "./extract.ts";

/** What a file in another encoding becomes when it is read; and a character that PostgreSQL cannot hold. */
const NO_TEXT = ["\0", "\ufffd"];

export async function openCsv(
  path: string,
  { delimiter = ",", encoding = "utf-8" }: ExtractWishes,
): Promise<Extract | undefined> {
  const { size } = await stat(path);
  const file = createReadStream(path, { highWaterMark: 64 * 1024 });
  const rows = readRows(file, delimiter, encoding);
  const first = await rows.next();
  if (first.done) {
    return undefined;
  }
  const header = first.value.cells.map((cell) => cell.trim());
  const checked = onlyText(ofWidth(rows, header.length));
  return { header, rows: checked, sizeBytes: size, bytesRead: () => file.bytesRead };
}

async function* onlyText(rows: AsyncIterable<ExtractRow>): AsyncGenerator<ExtractRow> {
  for await (const row of rows) {
    const isText = row.broken !== undefined || !row.cells.some((cell) => NO_TEXT.some((sign) => cell.includes(sign)));
    yield isText ? row : { ...row, broken: "not_text" };
  }
}

/** The parser takes bytes that are UTF-8. */
async function* decoded(file: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    yield* file;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const piece of file) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* readRows(file: Readable, delimiter: string, encoding: Encoding): AsyncGenerator<ExtractRow> {
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
  const text = Readable.from(decoded(file, encoding), { objectMode: false });
  text.on("error", (error) => parser.destroy(error));
  for await (const parsed of text.pipe(parser)) {
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
