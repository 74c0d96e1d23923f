/** A key date as the book or a fact gives it tonight. */
import type { IsoDate, KeyDateKind, Money, RiskTier } from "../../domain/vocabulary.ts";

export interface FoundDate {
  readonly kind: KeyDateKind;
  readonly borrowerId: string;
  readonly unitId: string;
  readonly subjectKind: "borrower" | "loan" | "collateral";
  readonly subjectId: string;
  /** As people name it. */
  readonly reference: string;
  readonly dueOn: IsoDate;
  /** When the book or the source said so: of two that tell the same thing the later counts. */
  readonly asOf: IsoDate;
  /** Calendar days before it on which it is told. */
  readonly before: readonly number[];
  readonly amount: Money;
  readonly tier: RiskTier;
  /** The unit's own day. */
  readonly today: IsoDate;
}

/** Dates of these kinds are one a subject: another source, or a newer word, takes the place of the older one. */
const ONE_EACH: readonly KeyDateKind[] = ["rating", "insurance", "valuation"];

/** Of what two sources tell, the word that came last. */
export function latestOfEach(dates: readonly FoundDate[]): FoundDate[] {
  const kept = new Map<string, FoundDate>();
  for (const date of dates) {
    const day = ONE_EACH.includes(date.kind) ? "" : date.dueOn;
    const key = [date.kind, date.subjectId, date.reference, day].join("\n");
    const known = kept.get(key);
    if (known === undefined || known.asOf < date.asOf) kept.set(key, date);
  }
  return [...kept.values()];
}

export const placeOf = (date: Pick<FoundDate, "kind" | "subjectId" | "reference" | "dueOn">): string =>
  [date.kind, date.subjectId, date.reference, date.dueOn].join("\n");
