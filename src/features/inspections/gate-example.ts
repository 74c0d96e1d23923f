/** What a conclusion could have said, from the figures of this very check: an officer is shown, not scolded (R11, R16). */
import { decimal, isZero, subtract } from "../../domain/check/decimal.ts";
import { outOfRange } from "../../domain/check/out-of-range.ts";
import type { FieldError, FormItem, StoredAnswer } from "../../domain/check/types.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Language, Sentences } from "../../domain/vocabulary.ts";
import { translator } from "../../texts/index.ts";
import { answerText } from "./answer-text.ts";
import type { CheckSheet } from "./check-sheet.ts";

/** The refusals of a step, those of the gate with an example. */
export function withExamples(sheet: CheckSheet, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => withExample(sheet, refusal));
}

/** The same for a whole form. */
export function errorsWithExamples(sheet: CheckSheet, errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, refusal: withExample(sheet, error.refusal) }));
}

function withExample(sheet: CheckSheet, refusal: Refusal): Refusal {
  if (!refusal.refused.startsWith("gate.")) return refusal;
  return { ...refusal, values: { ...refusal.values, example: exampleOf(sheet, refusal.field ?? "") } };
}

interface Telling {
  readonly item: FormItem;
  readonly now: StoredAnswer;
  readonly last: StoredAnswer | undefined;
}

/** What is wanted differs by the question: a risk has a figure out of range, the lack of one a figure in range. */
function exampleOf(sheet: CheckSheet, answerKey: string): Sentences {
  const key = itemKeyOf(answerKey);
  const telling = mostTelling(sheet, key);
  return inEveryLanguage((language) => exampleIn(language, key, telling));
}

function exampleIn(language: Language, key: string, telling: Telling | undefined): string {
  const t = translator(language);
  if (telling === undefined) return t(key === MEASURE ? "gate.example.measure" : "gate.example.none");
  const { item, now, last } = telling;
  const label = item.label[language];
  const figure = answerText(item, now, language, t);
  if (key === MEASURE) return t("gate.example.measure_about", { label });
  if (key === "risk") return t("gate.example.risk", { label, figure });
  return last === undefined
    ? t("gate.example.now", { label, figure })
    : t("gate.example.moved", { label, figure, last: answerText(item, last, language, t) });
}

const MEASURE = "measure_goal";
/** Questions about what is bad, for which a figure out of range is the example. */
const OF_RISKS: readonly string[] = ["risk", MEASURE];

function itemKeyOf(answerKey: string): string {
  return answerKey.slice(answerKey.lastIndexOf("/") + 1).split("#")[0] ?? "";
}

/** A number of the right sort: moved since the last report, else any that is known now. */
function mostTelling({ form, answers, facts }: CheckSheet, key: string): Telling | undefined {
  const numbers = form.steps.flatMap(({ items }) => items).filter(({ type, own }) => type === "number" && !own);
  const known = numbers.flatMap((item): Telling[] => {
    const [now, last] = [answers[item.answerKey], facts.last?.[item.answerKey]];
    return now === undefined ? [] : [{ item, now, last }];
  });
  const isOut = ({ item, now }: Telling) => outOfRange(item, now, answers, facts) !== undefined;
  const fitting = known.filter((telling) => isOut(telling) === OF_RISKS.includes(key));
  const measured = fitting.filter(({ item: { unit } }) => unit !== undefined && unit !== "count");
  // A count of promises or accounts explains little of a business: an amount, a weight or a share does.
  const chosen = [measured, fitting, known].find(({ length }) => length > 0) ?? [];
  return chosen.find(hasMoved) ?? chosen.find(({ now }) => now.value !== "0") ?? chosen[0];
}

function hasMoved({ now, last }: Telling): boolean {
  const [one, other] = [amountOf(now), last === undefined ? undefined : amountOf(last)];
  return one !== undefined && other !== undefined && !isZero(subtract(one, other));
}

function amountOf({ value }: StoredAnswer) {
  return typeof value === "string" ? decimal(value) : undefined;
}

function inEveryLanguage(say: (language: Language) => string): Sentences {
  return { en: say("en"), "zh-Hans": say("zh-Hans"), "zh-Hant": say("zh-Hant") };
}
