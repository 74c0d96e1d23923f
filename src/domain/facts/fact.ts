/** A fact that another system or a file tells: a value about one subject, from when, and where it stands. */
import type { METRIC_UNITS } from "../signals/metric.ts";
import type { IsoDate } from "../vocabulary.ts";

/** As the outside names it: by the numbers of the book; a guarantor by name, because the book has no numbers for them. */
export type FactSubject =
  | { readonly kind: "borrower"; readonly number: string }
  | { readonly kind: "loan"; readonly number: string }
  | { readonly kind: "collateral"; readonly loan: string; readonly number: string }
  | { readonly kind: "guarantor"; readonly loan: string; readonly name: string };

/** `date`: a day, or `none`. `money`: in the loan's own currency. `text`: as it was written. */
export type FactUnit = (typeof METRIC_UNITS)[number] | "date" | "money" | "text";

export interface Fact {
  readonly subject: FactSubject;
  readonly key: string;
  /** Decimal text without needless zeros, `true` or `false`, a word, a day or a text. */
  readonly value: string;
  readonly unit: FactUnit;
  readonly asOf: IsoDate;
  /** Which document, row or counterparty: the same source, subject, key, day and reference is the same fact. */
  readonly reference: string;
  /** The field of the row that told it. */
  readonly field: string;
}

/** A day that is over or was never there. */
export const NO_DAY = "none";
