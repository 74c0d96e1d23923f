/** A cell as its column's kind says, checked once for both writers. */
import type { Money } from "../../domain/vocabulary.ts";
import type { Cell, Column } from "./sheet.ts";

export type TypedCell =
  | { readonly kind: "empty" }
  | { readonly kind: "text" | "date"; readonly text: string }
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "datetime"; readonly moment: Date };

const EMPTY: TypedCell = { kind: "empty" };

/** Throws a TypeError where the cell is not what its column holds: that is a mistake of the program, not of the data. */
export function typedCell(column: Column, cell: Cell): TypedCell {
  if (cell === undefined || cell === "") {
    return EMPTY;
  }
  const typed = ofKind(column, cell);
  if (typed === undefined) {
    throw new TypeError(`column ${column.title} holds ${column.kind}, not ${typeof cell}`);
  }
  return typed;
}

function ofKind({ kind }: Column, cell: Exclude<Cell, undefined>): TypedCell | undefined {
  switch (kind) {
    case "text":
    case "date":
      return typeof cell === "string" ? { kind, text: cell } : undefined;
    case "number":
      return isNumber(cell) ? { kind, digits: String(cell) } : undefined;
    case "money":
      return typeof cell === "object" && "minor" in cell ? { kind, money: cell } : undefined;
    case "datetime":
      return cell instanceof Date ? { kind, moment: cell } : undefined;
  }
}

function isNumber(cell: Cell): boolean {
  return typeof cell === "bigint" || (typeof cell === "number" && Number.isFinite(cell));
}
