import { isIsoDate } from "../dates.ts";
import { judgeConclusion } from "../gate/judge-conclusion.ts";
import { quoted } from "../gate/quoted.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { answerKey } from "./answer-key.ts";
import { isAsked } from "./asked.ts";
import { compare, decimal } from "./decimal.ts";
import { guardHolds } from "./out-of-range.ts";
import { parseAnswer } from "./parse-answer.ts";
import type {
  AnswerKey,
  Answers,
  CheckFacts,
  CheckForm,
  FieldError,
  FormItem,
  FormStep,
  StoredAnswer,
} from "./types.ts";

/** The form's own questions about a risk. */
const RISK = "risk";
const MEASURE = "measure_goal";

type Raw = string | readonly string[] | null | undefined;

/** What a person gave in one step: the answers that can be stored, and a refusal at each field that cannot. */
export function parseStep(
  step: FormStep,
  raw: Readonly<Record<AnswerKey, Raw>>,
  facts: Pick<CheckFacts, "today">,
): { readonly answers: Record<AnswerKey, StoredAnswer>; readonly refusals: readonly Refusal[] } {
  const answers: Record<AnswerKey, StoredAnswer> = {};
  const refusals: Refusal[] = [];
  for (const item of step.items.filter(({ derived }) => derived === undefined)) {
    const outcome = parseAnswer(item, item.given ?? raw[item.answerKey], facts);
    if (isRefusal(outcome)) refusals.push(outcome);
    else if (outcome !== undefined) answers[item.answerKey] = outcome;
  }
  return { answers, refusals };
}

/** The first refusal of each field of a step, with what is already known of the other steps. `field` is the answer key. */
export function checkStep(step: FormStep, answers: Answers, facts: CheckFacts): Refusal[] {
  return errorsOf(step, step.items, answers, facts);
}

/** All refusals of a form, each with the step to go back to, in the order of the steps. */
export function checkAll(form: CheckForm, answers: Answers, facts: CheckFacts): FieldError[] {
  const everyItem = form.steps.flatMap((step) => step.items);
  return form.steps.flatMap((step) =>
    errorsOf(step, everyItem, answers, facts).map((refusal) => ({
      stepId: step.id,
      answerKey: refusal.field ?? "",
      refusal,
    })),
  );
}

/** Each number carries the as-of date that its section asked once. */
export function datedAnswers(form: CheckForm, answers: Answers): Record<AnswerKey, StoredAnswer> {
  const dated: Record<AnswerKey, StoredAnswer> = { ...answers };
  for (const item of form.steps.flatMap((step) => step.items)) {
    const [answer, asOf] = [answers[item.answerKey], item.asOfKey && answers[item.asOfKey]?.value];
    if (answer !== undefined && typeof asOf === "string" && isIsoDate(asOf))
      dated[item.answerKey] = { ...answer, asOf };
  }
  return dated;
}

function errorsOf(step: FormStep, dated: readonly FormItem[], answers: Answers, facts: CheckFacts): Refusal[] {
  return step.items.filter(isAsked).flatMap((item) => {
    const answer = answers[item.answerKey];
    const refusal =
      answer === undefined
        ? missing(item, dated, answers, facts)
        : (invalid(item, answer, facts) ??
          besideRisk(item, answers, facts) ??
          tooFew(item, answer) ??
          tooMuch(item, answer, answers) ??
          saysNothing(item, answer, facts));
    return refusal === undefined ? [] : [{ ...refusal, field: item.answerKey }];
  });
}

function missing(item: FormItem, dated: readonly FormItem[], answers: Answers, facts: CheckFacts): Refusal | undefined {
  const asked = item.required_when !== undefined && guardHolds(item.required_when, item, answers, facts);
  const dates = dated.some((one) => one.asOfKey === item.answerKey && answers[one.answerKey] !== undefined);
  return item.required || asked || dates ? refuse("check.error.required") : undefined;
}

/** A stored answer may have been valid for another template or another day. */
function invalid(item: FormItem, answer: StoredAnswer, facts: CheckFacts): Refusal | undefined {
  const again = parseAnswer(item, answer.value, facts);
  if (isRefusal(again)) return again;
  return again === undefined && item.required ? refuse("check.error.required") : undefined;
}

function tooFew({ atLeast, type }: FormItem, { value }: StoredAnswer): Refusal | undefined {
  const count = [value].flat().length;
  if (atLeast === undefined || count >= atLeast) return undefined;
  const code = type === "people" ? "check.error.too_few_people" : "check.error.too_few";
  return refuse(code, { count, least: atLeast });
}

function tooMuch(item: FormItem, answer: StoredAnswer, answers: Answers): Refusal | undefined {
  if (item.not_above === undefined) return undefined;
  const most = answers[answerKey(item.subject, item.not_above)]?.value;
  const [value, limit] = [numberOf(answer.value), numberOf(most)];
  if (value === undefined || limit === undefined || compare(value, limit) <= 0) return undefined;
  return refuse("check.error.not_above", { limit: String(most), item: item.not_above });
}

/** Why there is no risk cannot stand in a report that names one; which of the two is meant, only the person knows. */
function besideRisk(item: FormItem, answers: Answers, { gate }: CheckFacts): Refusal | undefined {
  const { asked_by: question, none_because: denial } = gate?.risks ?? {};
  if (question === undefined || item.key !== denial) return undefined;
  const found = answers[answerKey(item.subject, question)]?.value === "yes";
  return found ? refuse("check.error.risk_and_none") : undefined;
}

/** A conclusion of stop phrases is refused at its field where the policy says so (R15, R16). */
function saysNothing(item: FormItem, answer: StoredAnswer, facts: CheckFacts): Refusal | undefined {
  return facts.gate?.refuses.includes("empty_conclusion") ? emptyConclusion(item, answer, facts) : undefined;
}

/** What the gate has against a text, whether it is refused or only told. */
export function emptyConclusion(
  { type, key }: FormItem,
  { value }: StoredAnswer,
  { gate }: CheckFacts,
): Refusal | undefined {
  if (gate === undefined || type !== "text" || typeof value !== "string") return;
  if (!gate.concludes.includes(key) && key !== RISK && key !== MEASURE) return;
  const judged = judgeConclusion(value, gate.words, gate.known);
  const { empty } = judged;
  // A measure needs no figure of its own; "monitor closely" is none.
  if (empty === undefined || (key === MEASURE && empty !== "only_stop_phrases")) return;
  const said = quoted(judged);
  return key === MEASURE ? refuse("gate.measure_of_words", { said }) : refuse(`gate.${empty}`, { said });
}

function numberOf(value: StoredAnswer["value"] | undefined) {
  return typeof value === "string" ? decimal(value) : undefined;
}
