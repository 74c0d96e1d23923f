/** Which of the rotating items have their turn in a light check (R19, R20). */
import type { Circumstances } from "./circumstances.ts";
import type { AnswerKey, FormItem } from "./types.ts";

type Rotating = Pick<FormItem, "answerKey" | "rotates">;

/**
 * The keys of the items that are asked of these. In a light check at most `rotatingPerCheck`: first who has waited for as long as
 * it may, then who is nearest to that, then the order of the form; more only where waiting would be too long. Otherwise all.
 */
export function takeTurns(
  items: readonly Rotating[],
  circumstances: Circumstances | undefined,
): ReadonlySet<AnswerKey> {
  if (circumstances?.light !== true) return new Set(items.map(({ answerKey }) => answerKey));
  const { unaskedFor, rotatingPerCheck } = circumstances;
  const left = ({ answerKey, rotates = 0 }: Rotating) => rotates - (unaskedFor[answerKey] ?? 0);
  const inTurn = items.toSorted((a, b) => left(a) - left(b));
  const chosen = inTurn.filter((item, place) => place < rotatingPerCheck || left(item) <= 0);
  return new Set(chosen.map(({ answerKey }) => answerKey));
}

/** How long each rotating item has gone unasked after a check; what this check could not ask keeps its count. */
export function unaskedAfter(
  before: Readonly<Record<AnswerKey, number>>,
  asked: readonly Rotating[],
  passedOver: readonly Rotating[],
): Record<AnswerKey, number> {
  return {
    ...before,
    ...Object.fromEntries(asked.map(({ answerKey }) => [answerKey, 0])),
    ...Object.fromEntries(passedOver.map(({ answerKey }) => [answerKey, (before[answerKey] ?? 0) + 1])),
  };
}
