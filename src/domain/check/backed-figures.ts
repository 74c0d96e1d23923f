/** How many of the figures that a check asked for were given, each with its day and its file where the template wants them. Pure. */
import { answerKey } from "./answer-key.ts";
import { guardHolds } from "./out-of-range.ts";
import type { AnswerKey, Answers, CheckFacts, CheckForm, FormItem } from "./types.ts";

export interface BackedFigures {
  readonly asked: number;
  readonly backed: number;
}

/** What is computed, what the form adds by itself and what another answer makes needless are not asked; a group's rows are not counted. */
export function backedFigures(
  form: CheckForm,
  answers: Answers,
  facts: CheckFacts,
  files: ReadonlySet<AnswerKey>,
): BackedFigures {
  const isNeedless = ({ required_when: guard, ...item }: FormItem) =>
    guard !== undefined &&
    answers[item.answerKey] === undefined &&
    answers[answerKey(item.subject, guard.item)] !== undefined &&
    !guardHolds(guard, item, answers, facts);
  const asked = form.steps
    .flatMap(({ items }) => items)
    .filter(
      (item) => item.type === "number" && item.own !== true && item.row === undefined && item.derived === undefined,
    )
    .filter((item) => !isNeedless(item));
  const hasFile = ({ subject, blockKey, answerKey: key, evidence }: FormItem) =>
    evidence !== "required" || files.has(key) || files.has(answerKey(subject, `${blockKey}_files`));
  const backed = asked.filter((item) => {
    const answer = answers[item.answerKey];
    return answer !== undefined && (!item.as_of || answer.asOf !== undefined) && hasFile(item);
  });
  return { asked: asked.length, backed: backed.length };
}
