/** How much of what the templates require a check asked, and how much was answered (R19, R20). */
import type { Answers, CheckForm, FormItem } from "./types.ts";

export interface Coverage {
  /** Items of the templates for this customer and product, whether it was their turn or not. */
  readonly required: number;
  readonly asked: number;
  readonly answered: number;
  /** Answered of required, whole percent, rounded down. */
  readonly percent: number;
  /** It was not their turn. */
  readonly notAsked: readonly FormItem[];
}

/** A repeating group counts once; what is computed, and fields that the form adds by itself, do not. Undefined where nothing is required. */
export function coverageOf(form: CheckForm, answers: Answers): Coverage | undefined {
  const asked = form.steps.flatMap(({ items }) => items).filter(counts);
  const required = asked.length + form.passedOver.length;
  if (required === 0) return undefined;
  const answered = asked.filter(({ answerKey }) => answers[answerKey] !== undefined).length;
  return {
    required,
    asked: asked.length,
    answered,
    percent: Math.floor((answered * 100) / required),
    notAsked: form.passedOver,
  };
}

function counts({ own, row, groupKeys, derived }: FormItem): boolean {
  return groupKeys !== undefined || (own !== true && row === undefined && derived === undefined);
}
