/** Tables for spreadsheets, streamed: .xlsx and CSV from the same sheets. */
export { writeCsv } from "./csv.ts";
export type { Cell, Column, ColumnKind, Row, Sheet, Workbook, WrittenFile } from "./sheet.ts";
export { wallClock } from "./wall-clock.ts";
export { writeXlsx } from "./xlsx.ts";
