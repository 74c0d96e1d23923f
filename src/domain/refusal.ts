/**
 * A business "no" is a value, not an exception: a code that the texts turn into a sentence for the person who asked, and
 * the field it stands at where there is one.
 */
export interface Refusal {
  readonly refused: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly field?: string;
}

export function refuse(code: string, values: Record<string, string | number> = {}, field?: string): Refusal {
  return field === undefined ? { refused: code, values } : { refused: code, values, field };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === "object" && outcome !== null && "refused" in outcome && "values" in outcome;
}
