/** Old reports tried against the gate, a line of JSON each: a bank sees what a policy would have said before it adopts it. */
import { z } from "zod";
import { judgeConclusion } from "../../domain/gate/judge-conclusion.ts";
import { quoted } from "../../domain/gate/quoted.ts";
import { fold, type GateWords, gateWords } from "../../domain/gate/words.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import { refuse } from "../../domain/refusal.ts";
import { LANGUAGES, type Language } from "../../domain/vocabulary.ts";
import { type Answered, answerLines } from "../../platform/json-lines.ts";
import { problemsOf } from "../../platform/shape-problems.ts";
import { refusalSentence, translator } from "../../texts/index.ts";

const lineShape = z.object({
  template: z.string(),
  item: z.string(),
  text: z.string(),
  /** The language of the message; without it, that of the text. */
  language: z.enum(LANGUAGES).optional(),
  /** What the loan's record holds, in yuan and months. */
  known: z
    .object({ amounts_yuan: z.array(z.string()).default([]), term_months: z.array(z.number()).default([]) })
    .optional(),
});
type Line = z.infer<typeof lineShape>;

export interface LineVerdict {
  readonly verdict: "refused" | "warned" | "passed";
  readonly rules: readonly string[];
  readonly message: string;
}

/** Judged whatever the policy's templates ask: the form's own question, and what an old report calls it. */
const OF_RISKS = ["risk", "risks"];

/** Answers the exit code: 0, or 65 where a line was not what it should be; its place is said in the answer. */
export async function judgeLines(
  policy: Policy,
  input: NodeJS.ReadableStream,
  write: (line: string) => unknown,
): Promise<number> {
  const words = gateWords(policy.gate.words);
  return answerLines(input, write, "template, item and text", (read): Answered => {
    const line = lineShape.safeParse(read);
    return line.success ? { answer: judgeLine(policy, words, line.data) } : { problems: problemsOf(line.error) };
  });
}

function judgeLine(policy: Policy, words: GateWords, { item, text, language, known }: Line): LineVerdict {
  if (!policy.gate.concludes.includes(item) && !OF_RISKS.includes(item)) {
    return { verdict: "passed", rules: [], message: "" };
  }
  const judged = judgeConclusion(text, words, {
    amountsYuan: known?.amounts_yuan ?? [],
    termMonths: known?.term_months ?? [],
  });
  const { empty } = judged;
  if (empty === undefined) {
    return { verdict: "passed", rules: [], message: "" };
  }
  const spoken = language ?? languageOf(text, words);
  const said = quoted(judged);
  const example = translator(spoken)("gate.example.none");
  return {
    verdict: policy.gate.refuses.includes("empty_conclusion") ? "refused" : "warned",
    rules: [empty],
    message: refusalSentence(spoken, refuse(`gate.${empty}`, { said, example })),
  };
}

function languageOf(text: string, words: GateWords): Language {
  if (!/\p{Script=Han}/u.test(text)) return "en";
  return fold(text, words.simplified) === fold(text, new Map()) ? "zh-Hans" : "zh-Hant";
}
