/** The floors of a whole book, a borrower a line: what another system's classification can be held against. */
import { classify, type FiredFloor, type Floor, ruleLine, type TierPolicy } from "../../domain/classification/index.ts";
import { type Answered, answerLines } from "../../platform/json-lines.ts";
import { problemsOf } from "../../platform/shape-problems.ts";
import { debtorOf, readBorrowerLine } from "./borrower-line.ts";

/** Answers the exit code: 0, or 65 where a line was not what it should be; the place of each problem is said in the answer. */
export async function classifyLines(
  policy: TierPolicy,
  input: NodeJS.ReadableStream,
  write: (line: string) => unknown,
): Promise<number> {
  return answerLines(input, write, "asOf, retail, allBankDebt, allBankDebtOver90 and loans", (read): Answered => {
    const line = readBorrowerLine(read);
    if (!line.success) return { problems: problemsOf(line.error) };
    return { answer: answerOf(classify(debtorOf(line.data), policy)) };
  });
}

function answerOf(floors: ReadonlyMap<string, Floor>): object {
  const loans = [...floors];
  return {
    floors: Object.fromEntries(loans.map(([id, { tier }]) => [id, tier])),
    because: Object.fromEntries(loans.map(([id, { because }]) => [id, because.map(reasonOf)])),
  };
}

const reasonOf = (fired: FiredFloor) => ({ rule: ruleLine(fired), source: sourceOf(fired) });

/** The article, the policy's source codes, and what nobody has read in the original yet. */
export function sourceOf({ marks }: FiredFloor): string {
  const { article, source = [], needs_legal_review } = marks;
  const named = article && `2023 No. 1 art. ${article.number}${article.verified ? "" : " (number not verified)"}`;
  const review = needs_legal_review === true ? ["needs legal review"] : [];
  return [...(named === undefined ? [] : [named]), ...source, ...review].join(", ");
}
