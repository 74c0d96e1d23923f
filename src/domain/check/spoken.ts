import { type Condition, MARK_LEVELS } from "../templates/condition.ts";
import type { Language } from "../vocabulary.ts";
import type { Mark } from "./out-of-range.ts";
import type { CheckForm, FormItem, FormStep } from "./types.ts";

/** Says a key of texts/checks.ts. */
export type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** `Use of funds · WC-2024-001 (1/2)`. Holds the source's own text: escape it. */
export function stepTitle(step: FormStep, language: Language): string {
  const about = step.about === undefined ? "" : ` · ${step.about}`;
  const part = step.part.of > 1 ? ` (${step.part.number}/${step.part.of})` : "";
  return `${step.title[language]}${about}${part}`;
}

/** The threshold that a mark crossed, for people: `> 70%`, `< 80% of the turnover in the application`. */
export function thresholdText(mark: Mark, item: FormItem, form: CheckForm, language: Language, say: Say): string {
  const { condition } = mark;
  const plain = plainText(condition, item, language, say, labelNamed(condition, item, form, language, say));
  return condition.twice === undefined ? plain : say("check.threshold.twice", { threshold: plain });
}

/** Every threshold of an item, mildest first: `yellow < 95% · orange < 80%`; empty where it has none. */
export function limitsText(item: FormItem, form: CheckForm, language: Language, say: Say): string {
  const parts = MARK_LEVELS.flatMap((level) =>
    (item.thresholds?.[level] ?? []).map((condition) => {
      const threshold = thresholdText({ level, condition }, item, form, language, say);
      return say("check.threshold.of_level", { level: say(`check.level.${level}`, {}), threshold });
    }),
  );
  return parts.join(" · ");
}

function plainText(condition: Condition, item: FormItem, language: Language, say: Say, other: string): string {
  if (condition.in !== undefined) return choiceText(condition.in, item, language, say);
  const { sign, limit } = comparisonOf(condition);
  const amount = (unit: string) => say(`check.amount.${unit}`, { number: limit });
  if (item.type === "date") return say("check.threshold.days_left", { sign, limit: amount("days") });
  if (condition.percent_of !== undefined)
    return say("check.threshold.percent_of", { sign, limit: amount("percent"), other });
  const own = amount(item.unit ?? "count");
  if (condition.than !== undefined) return say("check.threshold.than", { sign, limit: own, other });
  return say("check.threshold.plain", { sign, limit: own });
}

function comparisonOf({ lt, lte, gt, gte }: Condition): { readonly sign: string; readonly limit: string } {
  if (lt !== undefined) return { sign: "<", limit: lt };
  if (lte !== undefined) return { sign: "≤", limit: lte };
  return gt === undefined ? { sign: "≥", limit: gte ?? "" } : { sign: ">", limit: gt };
}

function choiceText(choices: readonly string[], item: FormItem, language: Language, say: Say): string {
  const labels = choices.map((value) => {
    const option = item.options?.find((one) => one.value === value);
    return option?.label[language] ?? say(`check.answer.${value}`, {});
  });
  return labels.join(", ");
}

function labelNamed(condition: Condition, item: FormItem, form: CheckForm, language: Language, say: Say): string {
  const name = condition.than ?? condition.percent_of;
  if (name === undefined) return "";
  if (name === "last") return say("check.threshold.last", {});
  const items = form.steps.flatMap((step) => step.items);
  return items.find((one) => one.subject === item.subject && one.key === name)?.label[language] ?? name;
}
