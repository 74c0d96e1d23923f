/** What a table for a spreadsheet is made of. Both writers (`xlsx.ts`, `csv.ts`) take the same sheets. */
import type { Money } from "../../domain/vocabulary.ts";

/**
 * What a column holds, and what its cells are given as:
 * `text` a string; `number` a number or bigint; `money` a Money, written in its currency's whole units (the currency wants a column of
 * its own); `date` a string YYYY-MM-DD; `datetime` a moment, written on the workbook's time zone.
 */
export type ColumnKind = "text" | "number" | "money" | "date" | "datetime";

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters of the sheet's font. Default: what the kind and the title need. */
  readonly width?: number;
}

/** Nothing is an empty cell. */
export type Cell = string | number | bigint | Date | Money | undefined;

/** As many cells as there are columns, each as its column's kind says. */
export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Read once, in the order of the sheets, as fast as the file is written: a later sheet may sum up what an earlier one counted. */
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

export interface Workbook {
  /** Stands in the document's properties beside `madeBy` and `madeAt`; nothing else does: no person and no machine. */
  readonly title: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** IANA name; moments are written on its clock. */
  readonly timeZone: string;
  readonly sheets: readonly [Sheet, ...Sheet[]];
}

/** What was written. */
export interface WrittenFile {
  /** Rows of all sheets, without headers. */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}
