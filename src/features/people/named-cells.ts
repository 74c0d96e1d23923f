/** The cells of a small file by column name, and what they may hold. */
import { isIsoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Extract, ExtractRow } from "./extract/extract.ts";
import { openExtract } from "./extract/open.ts";
import { type RefusalReason, type RowRefusal, rowRefusal } from "./ledger.ts";

/** Reads one row's cells and notes what is wrong with them. */
export class NamedCells {
  readonly line: number;
  readonly refusals: RowRefusal[] = [];
  private readonly cells: readonly string[];
  private readonly header: readonly string[];

  constructor(header: readonly string[], row: ExtractRow) {
    this.header = header;
    this.line = row.line;
    this.cells = row.cells;
    if (row.broken !== undefined) {
      this.refusals.push(rowRefusal(row.line, "", row.cells.join(","), row.broken));
    }
  }

  /** Trimmed; empty where there is none. */
  text(column: string): string {
    return (this.cells[this.header.indexOf(column)] ?? "").trim();
  }

  required(column: string): string {
    const text = this.text(column);
    if (text === "") {
      this.refuse(column, "missing");
    }
    return text;
  }

  oneOf<const Words extends readonly string[]>(column: string, words: Words): Words[number] | undefined {
    const text = this.required(column);
    const word = words.find((one) => one === text);
    if (word === undefined && text !== "") {
      this.refuse(column, "unknown_word", words);
    }
    return word;
  }

  date(column: string): string | undefined {
    const text = this.text(column);
    if (text !== "" && !isIsoDate(text)) {
      this.refuse(column, "not_a_date");
    }
    return text === "" ? undefined : text;
  }

  /** `known`: what may stand there, where that is a short list. */
  refuse(column: string, reason: RefusalReason, known?: readonly string[]): void {
    if (this.refusals.every((refusal) => refusal.column !== "" && refusal.column !== column)) {
      this.refusals.push(rowRefusal(this.line, column, this.text(column), reason, known));
    }
  }
}

/** A small file, whole; or why it is not the file that was wanted. */
export async function readNamedCells(path: string, columns: readonly string[]): Promise<NamedCells[] | Refusal> {
  const extract = await openExtract(path);
  if (isRefusal(extract)) {
    return extract;
  }
  const missing = columns.filter((column) => !extract?.header.includes(column));
  if (extract === undefined || missing.length > 0) {
    return refuse("import.columns_missing", { columns: missing.join(", ") });
  }
  return allRows(extract);
}

async function allRows(extract: Extract): Promise<NamedCells[]> {
  const rows: NamedCells[] = [];
  for await (const row of extract.rows) {
    rows.push(new NamedCells(extract.header, row));
  }
  return rows;
}
