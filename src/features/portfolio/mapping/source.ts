/** Turns a mapping's sources into functions of a row, once per file. */
import type { IsoDate } from "../../../domain/vocabulary.ts";
import { type RefusalReason, type RowRefusal, rowRefusal } from "../../people/index.ts";
import type { ReadDate } from "./date-format.ts";
import type { Source, Test, TestableField } from "./schema.ts";

/** A row while it is read. */
export interface RowInHand {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fields: Partial<Record<TestableField, string>>;
  readonly refusals: RowRefusal[];
}

/** Answers trimmed text; empty where the row says nothing. */
export type Say = (row: RowInHand) => string;

export interface CompiledSource {
  readonly say: Say;
  /** What a refusal names as the column. */
  readonly place: string;
}

export interface Columns {
  readonly header: readonly string[];
  readonly readDate: ReadDate;
  readonly asOf: IsoDate;
  /** Columns that the mapping names and the file lacks. */
  readonly missing: Set<string>;
}

export function refuseCell(
  row: RowInHand,
  place: string,
  value: string,
  reason: RefusalReason,
  known?: readonly string[],
): void {
  row.refusals.push(rowRefusal(row.line, place, value, reason, known));
}

/** `target` names the fact where no single column does. */
export function compileSource(columns: Columns, target: string, source: Source): CompiledSource {
  if (typeof source === "string") {
    return { say: cellOf(columns, source), place: source };
  }
  if ("constant" in source) {
    return { say: () => source.constant, place: target };
  }
  if ("columns" in source) {
    const cells = source.columns.map((column) => cellOf(columns, column));
    const say: Say = (row) =>
      cells
        .map((cell) => cell(row))
        .filter((text) => text !== "")
        .join(source.separator);
    return { say, place: source.columns[0] ?? target };
  }
  if ("choose" in source) {
    const choices = source.choose.map(({ give, when }) => ({ give, fits: compileTests(columns, when) }));
    const say: Say = (row) => choices.find(({ fits }) => fits(row))?.give ?? source.otherwise ?? "";
    return { say, place: target };
  }
  return { say: lookUp(columns, source), place: source.column };
}

type ColumnSource = Extract<Source, { column: string }>;

function lookUp(columns: Columns, { column, optional, blank = [], table, otherwise }: ColumnSource): Say {
  const written = cellOf(columns, column, optional);
  const cell: Say = (row) => {
    const text = written(row);
    return blank.includes(text) ? "" : text;
  };
  if (table === undefined) {
    return (row) => cell(row) || (otherwise ?? "");
  }
  return (row) => {
    const text = cell(row);
    const found = table[text] ?? otherwise;
    if (found === undefined && text !== "") {
      refuseCell(row, column, text, "unknown_word", Object.keys(table));
    }
    return found ?? "";
  };
}

export function cellOf({ header, missing }: Columns, column: string, optional = false): Say {
  const index = header.indexOf(column);
  if (index < 0 && !optional) {
    missing.add(column);
  }
  return (row) => (row.cells[index] ?? "").trim();
}

function compileTests(columns: Columns, tests: readonly Test[]): (row: RowInHand) => boolean {
  const compiled = tests.map((test) => compileTest(columns, test));
  return (row) => compiled.every((fits) => fits(row));
}

function compileTest(columns: Columns, test: Test): (row: RowInHand) => boolean {
  const { field, column = "" } = test;
  const say: Say = field === undefined ? cellOf(columns, column) : (row) => row.fields[field] ?? "";
  const asks = questionOf(columns, test);
  return (row) => asks(say(row), row);
}

function questionOf(columns: Columns, test: Test): (text: string, row: RowInHand) => boolean {
  const { one_of: words, starts_with: beginnings, at_least: least, below, empty, reached } = test;
  if (words !== undefined) return (text) => words.includes(text);
  if (beginnings !== undefined) return (text) => beginnings.some((beginning) => text.startsWith(beginning));
  if (least !== undefined) return (text) => text !== "" && Number(text) >= least;
  if (below !== undefined) return (text) => text !== "" && Number(text) < below;
  if (empty !== undefined) return (text) => (text === "") === empty;
  return (text, row) => isReached(columns, test, text, row) === reached;
}

/** A day that has not come by the as-of date is not seen yet. An empty cell is no day. */
function isReached({ readDate, asOf }: Columns, { column, field }: Test, text: string, row: RowInHand): boolean {
  if (text === "") {
    return false;
  }
  const date = field === undefined ? readDate(text) : text;
  if (date === undefined) {
    refuseCell(row, column ?? "", text, "not_a_date");
    return false;
  }
  return date <= asOf;
}
