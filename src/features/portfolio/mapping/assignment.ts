/** Which unit keeps the loan, and which officer. */
import type { OfficerNamed, UnitNamed } from "../facts.ts";
import type { Mapping } from "./schema.ts";
import { type Columns, cellOf, type RowInHand, refuseCell } from "./source.ts";

export interface Assignment {
  readonly unit: UnitNamed;
  readonly officer: OfficerNamed | null;
}

export function compileAssignment(columns: Columns, mapping: Mapping): (row: RowInHand) => Assignment {
  const unit = compileUnit(columns, mapping.unit);
  const officer = compileOfficer(columns, mapping.officer);
  return (row) => ({ unit: unit(row), officer: officer(row) });
}

function compileUnit(columns: Columns, unit: Mapping["unit"]): (row: RowInHand) => UnitNamed {
  if ("code" in unit) {
    const cell = cellOf(columns, unit.code);
    return (row) => {
      const code = cell(row);
      if (code === "") refuseCell(row, unit.code, "", "missing");
      return { code, name: code };
    };
  }
  const cell = cellOf(columns, unit.name);
  return (row) => {
    const name = cell(row);
    return name === "" ? unit.when_empty : { code: codeOf(name), name };
  };
}

function compileOfficer(columns: Columns, officer: Mapping["officer"]): (row: RowInHand) => OfficerNamed | null {
  if (officer === undefined) {
    return () => null;
  }
  if ("email" in officer) {
    const cell = cellOf(columns, officer.email);
    return (row) => {
      const email = cell(row).toLowerCase();
      return email === "" ? null : { kind: "email", email };
    };
  }
  const cells = officer.generate.by.map((column) => cellOf(columns, column));
  return (row) => {
    const said = cells.map((cell) => cell(row)).filter((text) => text !== "");
    const group = cells.map((cell) => codeOf(cell(row)).toLowerCase() || "none").join(".");
    return { kind: "group", group, label: said.join(" · ") || group };
  };
}

/** Capital letters and digits with dashes between: the same for the same name, whoever typed the commas. */
function codeOf(name: string): string {
  return name
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}
