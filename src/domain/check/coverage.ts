/** How much of what the templates require a check asked, and how much was answered (R19, R20). */
import { answerKey } from "./answer-key.ts";
import { guardHolds } from "./out-of-range.ts";
import type { Answers, CheckFacts, CheckForm, FormItem } from "./types.ts";

export interface Coverage {
  /** Items of the templates for this customer and product, whether it was their turn or not. */
  readonly required: number;
  readonly asked: number;
  readonly answered: number;
  /** Answered of required, whole percent, rounded down. */
  readonly percent: number;
  /** It was not their turn. */
  readonly notAsked: readonly FormItem[];
  /** Asked, and left open. */
  readonly notAnswered: readonly FormItem[];
}

/**
 * A repeating group counts once; what is computed, fields that the form adds by itself, and what another answer makes needless
 * and nobody answered, do not. Undefined where nothing is required.
 */
export function coverageOf(form: CheckForm, answers: Answers, facts: CheckFacts): Coverage | undefined {
  const isNeedless = (item: FormItem) =>
    answers[item.answerKey] === undefined &&
    item.required_when !== undefined &&
    answers[answerKey(item.subject, item.required_when.item)] !== undefined &&
    !guardHolds(item.required_when, item, answers, facts);
  const asked = form.steps.flatMap(({ items }) => items).filter((item) => counts(item) && !isNeedless(item));
  const required = asked.length + form.passedOver.length;
  if (required === 0) return undefined;
  const notAnswered = asked.filter(({ answerKey }) => answers[answerKey] === undefined);
  const answered = asked.length - notAnswered.length;
  return {
    required,
    asked: asked.length,
    answered,
    percent: Math.floor((answered * 100) / required),
    notAsked: form.passedOver,
    notAnswered,
  };
}

function counts({ own, row, groupKeys, derived }: FormItem): boolean {
  return groupKeys !== undefined || (own !== true && row === undefined && derived === undefined);
}
