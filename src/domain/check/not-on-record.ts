/**
 * Collateral and guarantors that an officer found and the lender's record does not hold: answers of a report, never facts. The
 * record comes from the lender's own systems; until it brings them, they are shown as found. Pure.
 */
import { answerKey } from "./answer-key.ts";
import type { Answers } from "./types.ts";

/** Item keys of the repeating groups that ask for them. */
export const FOUND_ITEMS = {
  collateral: "found_collateral_name",
  collateralKind: "found_collateral_kind",
  collateralValue: "found_collateral_value_cny",
  guarantor: "found_guarantor_name",
} as const;

export interface FoundMatter {
  readonly sort: "collateral" | "guarantor";
  readonly name: string;
  /** Of collateral: a value of the policy's choice. */
  readonly kind?: string | undefined;
  /** Of collateral, in yuan as decimal text. */
  readonly value?: string | undefined;
}

/** What a report found; `onRecord` are the names that the record holds by now, however they are spaced or capitalised. */
export function notOnRecord(answers: Answers, onRecord: readonly string[] = []): FoundMatter[] {
  const known = new Set(onRecord.map(plainName));
  const said = (key: string, row: number) => {
    const value = answers[answerKey("borrower", key, row)]?.value;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const rows = rowsIn(answers);
  const collateral = rows.flatMap((row): FoundMatter[] => {
    const name = said(FOUND_ITEMS.collateral, row);
    const [kind, value] = [said(FOUND_ITEMS.collateralKind, row), said(FOUND_ITEMS.collateralValue, row)];
    return name === undefined ? [] : [{ sort: "collateral", name, kind, value }];
  });
  const guarantors = rows.flatMap((row): FoundMatter[] => {
    const name = said(FOUND_ITEMS.guarantor, row);
    return name === undefined ? [] : [{ sort: "guarantor", name }];
  });
  return [...collateral, ...guarantors].filter(({ name }) => !known.has(plainName(name)));
}

/** A row that was taken out leaves a gap, so that rows are read off the answers and not counted. */
function rowsIn(answers: Answers): number[] {
  const rows = Object.keys(answers).map((key) => Number(/\/found_[a-z_]+#(?<row>\d+)$/u.exec(key)?.groups?.row ?? 0));
  return [...new Set(rows)].filter((row) => row > 0).sort((a, b) => a - b);
}

function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}
