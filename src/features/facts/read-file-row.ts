/** One row of a file to what it tells, or a refusal of every place that is wrong. */
import type { Fact } from "../../domain/facts/fact.ts";
import { writtenAs } from "../../domain/facts/fact-kind.ts";
import { type FactKindName, factKinds } from "../../domain/facts/kinds.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { type ExtractRow, type RowRefusal, rowRefusal } from "../people/index.ts";
import { type Columns, compileSource, dateReader, plainAmount, type RowInHand } from "../portfolio/index.ts";
import type { FactMapping } from "./mapping.ts";
import { type RowProblem, shapeProblems } from "./row-problems.ts";

export type FileRow =
  | { readonly facts: readonly Fact[]; refusals(problems: readonly RowProblem[]): RowRefusal[] }
  | { readonly refused: readonly RowRefusal[] };
export type ReadFileRow = (row: ExtractRow) => FileRow;

export interface Reading {
  readonly kind: FactKindName;
  readonly mapping: FactMapping;
  readonly header: readonly string[];
  /** The day of rows that do not say theirs. */
  readonly asOf: IsoDate | undefined;
  readonly today: IsoDate;
}

/** The reader for a file with this header; or the columns that it should have and lacks. */
export function fileRowReader(reading: Reading): { readonly read: ReadFileRow } | { readonly missing: string[] } {
  const { kind, header, asOf, today } = reading;
  const { dates, two_digit_years_from } = reading.mapping.file;
  const columns: Columns = {
    header,
    asOf: today,
    readDate: dateReader(dates, two_digit_years_from),
    missing: new Set(),
  };
  const fields = compileFields(reading, columns);
  if (asOf !== undefined) columns.missing.delete("as_of");
  if (columns.missing.size > 0) return { missing: [...columns.missing] };
  const read: ReadFileRow = ({ line, cells, broken }) => {
    if (broken !== undefined) return { refused: [rowRefusal(line, "", cells.join(","), broken)] };
    const row: RowInHand = { line, cells, fields: {}, refusals: [] };
    const said = new Map(fields.map(({ name, say }) => [name, say(row)]));
    if (row.refusals.length > 0) return { refused: row.refusals };
    const written = Object.fromEntries([...said].filter(([, text]) => text !== ""));
    const told = factKinds[kind].row.safeParse({ ...(asOf === undefined ? {} : { as_of: asOf }), ...written });
    const refusals = (problems: readonly RowProblem[]) =>
      problems.map(({ field, reason, known }) => {
        const place = fields.find(({ name }) => name === field)?.place ?? field;
        return rowRefusal(line, place, said.get(field) ?? "", reason, known);
      });
    return told.success ? { facts: told.data, refusals } : { refused: refusals(shapeProblems(told.error.issues)) };
  };
  return { read };
}

/** Each field as the schema wants it: a day and an amount that cannot be read stay as they are written, and are refused there. */
function compileFields({ kind, mapping }: Reading, columns: Columns) {
  const { currency, unit } = mapping.file.money;
  return Object.entries(factKinds[kind].fields).flatMap(([name, schema]) => {
    const source = mapping.columns[name];
    if (source === undefined) return [];
    const { say, place } = compileSource(columns, name, source);
    const manner = writtenAs(schema);
    if (manner === "day") return [{ name, place, say: (row: RowInHand) => readAs(say(row), columns.readDate) }];
    if (manner === "amount") {
      return [{ name, place, say: (row: RowInHand) => readAs(say(row), (text) => plainAmount(text, currency, unit)) }];
    }
    return [{ name, place, say }];
  });
}

function readAs(text: string, read: (text: string) => string | undefined): string {
  return read(text) ?? text;
}
