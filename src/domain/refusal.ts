import type { Sentences } from "./vocabulary.ts";

export type RefusalValue = string | number | Sentences;

/**
 * A business "no" is a value, not an exception: a code that the texts turn into a sentence for the person who asked, and
 * the field it stands at where there is one.
 */
export interface Refusal {
  readonly refused: string;
  /** A value that is itself words stands there in every language. */
  readonly values: Readonly<Record<string, RefusalValue>>;
  readonly field?: string;
}

export function refuse(code: string, values: Record<string, RefusalValue> = {}, field?: string): Refusal {
  return field === undefined ? { refused: code, values } : { refused: code, values, field };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === "object" && outcome !== null && "refused" in outcome && "values" in outcome;
}
