/** What a conclusion could have said, from the figures of this very check: an officer is shown, not scolded (R11, R16). */
import { decimal, isZero, subtract } from "../../domain/check/decimal.ts";
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
  return { ...refusal, values: { ...refusal.values, example: exampleOf(sheet) } };
}

interface Telling {
  readonly item: FormItem;
  readonly now: StoredAnswer;
  readonly last: StoredAnswer | undefined;
}

function exampleOf(sheet: CheckSheet): Sentences {
  const telling = mostTelling(sheet);
  return inEveryLanguage((language) => exampleIn(language, telling));
}

function exampleIn(language: Language, telling: Telling | undefined): string {
  const t = translator(language);
  if (telling === undefined) return t("gate.example.none");
  const { item, now, last } = telling;
  const label = item.label[language];
  const figure = answerText(item, now, language, t);
  return last === undefined
    ? t("gate.example.now", { label, figure })
    : t("gate.example.moved", { label, figure, last: answerText(item, last, language, t) });
}

/** A number that moved since the last report, else any that is known now, else one of the last report. */
function mostTelling({ form, answers, facts }: CheckSheet): Telling | undefined {
  const numbers = form.steps.flatMap(({ items }) => items).filter(({ type, own }) => type === "number" && !own);
  const known = numbers.flatMap((item): Telling[] => {
    const [now, last] = [answers[item.answerKey], facts.last?.[item.answerKey]];
    return now === undefined ? [] : [{ item, now, last }];
  });
  return known.find(hasMoved) ?? known.find(({ now }) => now.value !== "0") ?? known[0];
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
