/**
 * Many rows in one statement, on both databases: the rows travel as one JSON text. Thirty times faster than row by row.
 * Imports write through it, of the book and of facts.
 */
import type { RawSql } from "./raw.ts";
import type { DatabaseKind } from "./url.ts";

/** `moment`: ISO 8601 text in UTC. `bigint` and `integer`: decimal text. `boolean`: true or false, as text. */
export type ColumnType = "text" | "bigint" | "integer" | "boolean" | "moment";
export type BulkColumns = Readonly<Record<string, ColumnType>>;
export type BulkRow<Columns extends BulkColumns> = { readonly [Name in keyof Columns]: string | null };

export interface BulkSql {
  readonly kind: DatabaseKind;
  readonly raw: RawSql;
}

const POSTGRES_TYPE: Readonly<Record<ColumnType, string>> = {
  text: "text",
  bigint: "bigint",
  integer: "integer",
  boolean: "boolean",
  moment: "timestamp(3)",
};

export async function bulkInsert<Columns extends BulkColumns>(
  { kind, raw }: BulkSql,
  table: string,
  columns: Columns,
  rows: readonly BulkRow<Columns>[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const names = Object.keys(columns).map(quoted).join(", ");
  await raw.execute(`INSERT INTO ${quoted(table)} (${names}) SELECT ${names} FROM ${rowsFrom(kind, columns)}`, [
    JSON.stringify(rows),
  ]);
}

/** As bulkInsert; a row whose `key` is there already gets the new values instead. */
export async function bulkUpsert<Columns extends BulkColumns>(
  { kind, raw }: BulkSql,
  table: string,
  columns: Columns,
  key: keyof Columns & string,
  rows: readonly BulkRow<Columns>[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const names = Object.keys(columns);
  const sets = names.filter((name) => name !== key).map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
  // "WHERE true" tells SQLite's parser that ON begins no join.
  await raw.execute(
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(", ")})
      SELECT ${names.map(quoted).join(", ")} FROM ${rowsFrom(kind, columns)} WHERE true
      ON CONFLICT (${quoted(key)}) DO UPDATE SET ${sets.join(", ")}`,
    [JSON.stringify(rows)],
  );
}

/**
 * Sets every column but `id` where `id` fits. `counting` is a column that goes up by one; where the rows give it, only rows that
 * still have it so are set. Answers how many were.
 */
export async function bulkUpdate<Columns extends BulkColumns & { readonly id: "text" }>(
  { kind, raw }: BulkSql,
  table: string,
  columns: Columns,
  rows: readonly BulkRow<Columns>[],
  counting?: string,
): Promise<number> {
  if (rows.length === 0) {
    return 0;
  }
  const given = Object.keys(columns).filter((name) => name !== "id" && name !== counting);
  const sets = given.map((name) => `${quoted(name)} = x.${quoted(name)}`);
  const counts = counting === undefined ? [] : [`${quoted(counting)} = ${quoted(table)}.${quoted(counting)} + 1`];
  // As it was read: given, it has to be the same still.
  const same =
    counting !== undefined && counting in columns
      ? ` AND ${quoted(table)}.${quoted(counting)} = x.${quoted(counting)}`
      : "";
  return raw.execute(
    `UPDATE ${quoted(table)} SET ${[...sets, ...counts].join(", ")} FROM ${rowsFrom(kind, columns)}
      WHERE ${quoted(table)}."id" = x."id"${same}`,
    [JSON.stringify(rows)],
  );
}

/** The rows of `table` whose `key` is one of `values`, as the driver gives them. */
export async function bulkSelect(
  { kind, raw }: BulkSql,
  question: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly key: string;
    readonly where?: string;
  },
  values: readonly string[],
): Promise<unknown[]> {
  if (values.length === 0) {
    return [];
  }
  const { table, columns, key, where } = question;
  const wanted = kind === "sqlite" ? "SELECT value FROM json_each($1)" : "SELECT jsonb_array_elements_text($1::jsonb)";
  return raw.query(
    `SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(table)}
      WHERE ${quoted(key)} IN (${wanted})${where === undefined ? "" : ` AND ${where}`}`,
    [JSON.stringify(values)],
  );
}

/** The rows of `table` that one of `rows` names in all of its columns; each `wanted` column as the driver gives it. */
export async function bulkMatch<Columns extends BulkColumns>(
  { kind, raw }: BulkSql,
  { table, wanted }: { readonly table: string; readonly wanted: readonly string[] },
  columns: Columns,
  rows: readonly BulkRow<Columns>[],
): Promise<unknown[]> {
  if (rows.length === 0) {
    return [];
  }
  const same = Object.keys(columns).map((name) => `o.${quoted(name)} = x.${quoted(name)}`);
  return raw.query(
    `SELECT ${wanted.map((name) => `o.${quoted(name)}`).join(", ")}
      FROM ${rowsFrom(kind, columns)} JOIN ${quoted(table)} AS o ON ${same.join(" AND ")}`,
    [JSON.stringify(rows)],
  );
}

/** The JSON rows of `$1` as a table named x. */
function rowsFrom(kind: DatabaseKind, columns: BulkColumns): string {
  const entries = Object.entries(columns);
  if (kind === "postgres") {
    return `jsonb_to_recordset($1::jsonb) AS x(${entries.map(([name, type]) => `${quoted(name)} ${POSTGRES_TYPE[type]}`).join(", ")})`;
  }
  const cells = entries.map(([name, type]) => `${sqliteCell(name, type)} AS ${quoted(name)}`);
  return `(SELECT ${cells.join(", ")} FROM json_each($1)) AS x`;
}

function sqliteCell(name: string, type: ColumnType): string {
  const cell = `json_extract(value, '$.${name}')`;
  if (type === "boolean") {
    return `CASE ${cell} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`;
  }
  return type === "bigint" || type === "integer" ? `CAST(${cell} AS INTEGER)` : cell;
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** As Prisma stores moments in SQLite; PostgreSQL reads the same text. */
export function momentText(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}
