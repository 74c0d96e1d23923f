/** What is different between what we knew and what we are told. */
import { newId } from "../../platform/ids.ts";
import type { KnownRecord } from "./bulk/known.ts";
import type { FactChangeRow } from "./bulk/tables.ts";

export interface Telling {
  readonly asOf: string;
  readonly recordedAt: string;
  readonly source: string;
  readonly runId: string;
}

export interface Subject {
  readonly subjectKind: "borrower" | "loan" | "collateral";
  readonly subjectId: string;
}

/** One row per field of `after` that differs. */
export function changedFacts(
  telling: Telling,
  subject: Subject,
  before: KnownRecord,
  after: KnownRecord,
): FactChangeRow[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const known = before[field] ?? null;
    const change = { ...subject, field, before: known, after: value };
    return known === value ? [] : [{ id: newId(), ...change, ...telling, ...NOT_COUNTED }];
  });
}

const NOT_COUNTED = { unitId: null, product: null, movedOn: null };

/** A tier that a file moved is counted in the customer's unit, from the day on which the file came in. */
export function withTierCounted(
  changes: readonly FactChangeRow[],
  counted: { readonly unitId: string; readonly product: string | null; readonly movedOn: string },
): FactChangeRow[] {
  return changes.map((one) => (one.field === "tier" ? { ...one, ...counted } : one));
}

/** What the source does not tell stays as it was known. */
export function withUntold<Facts extends KnownRecord>(
  told: Facts,
  known: KnownRecord,
  untold: ReadonlySet<string>,
): Facts {
  const kept = [...untold].map((field) => [field, known[field] ?? null]);
  return { ...told, ...Object.fromEntries(kept) };
}
