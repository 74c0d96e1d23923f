/** Numbers that can hardly be right: told to the officer and to the reviewer, never refused (issue: units, jumps, repeats). Pure. */
import { compare, type Decimal, decimal, isZero, magnitude, multiply } from "../check/decimal.ts";
import type { Answers, CheckForm, FormItem } from "../check/types.ts";
import { addDays } from "../dates.ts";
import type { IsoDate } from "../vocabulary.ts";

export const NUMBER_RULES = ["unit_mixed", "jumped", "same_figures", "old_figure"] as const;
export type NumberRule = (typeof NUMBER_RULES)[number];

export interface NumberFinding {
  readonly rule: NumberRule;
  readonly answerKey: string;
  /** The value of the last report, where it is compared with one. */
  readonly last?: string;
}

export interface NumberRules {
  /** More than so many times the last figure, or less than that part of it. */
  readonly jumpFactor: number;
  /** So many equal figures, and nothing that moved, are a copy. */
  readonly sameFiguresFrom: number;
  /** Days. */
  readonly oldAfterDays: number;
}

/** Yuan for ten thousand yuan, kilograms for tonnes. */
const UNIT_FACTORS = [10_000n, 1_000n];
/** Of a unit slip the figure is the last one times the factor, give or take a fifth. */
const [LEAST, MOST] = [8n, 12n];
const SLIPS: readonly (FormItem["unit"] | undefined)[] = ["yuan", "tonnes", "kwh"];

export function implausible(
  form: CheckForm,
  answers: Answers,
  last: Answers | undefined,
  today: IsoDate,
  rules: NumberRules,
): NumberFinding[] {
  const numbers = form.steps.flatMap(({ items }) => items).filter(({ type, own }) => type === "number" && own !== true);
  const typed = numbers.filter(({ derived }) => derived === undefined);
  const compared = numbers.flatMap((item) => comparedWith(item, answers, last));
  return [
    ...compared.flatMap((one) => moved(one, rules)),
    ...sameFigures(compared, rules),
    // What is computed is as old as what it is computed of.
    ...typed.flatMap(({ answerKey }): NumberFinding[] => {
      const asOf = answers[answerKey]?.asOf;
      const isOld = asOf !== undefined && asOf < addDays(today, -rules.oldAfterDays);
      return isOld ? [{ rule: "old_figure", answerKey }] : [];
    }),
  ];
}

interface Compared {
  readonly item: FormItem;
  readonly now: Decimal;
  readonly before: Decimal;
  readonly last: string;
}

function comparedWith(item: FormItem, answers: Answers, last: Answers | undefined): Compared[] {
  const [nowText, lastText] = [answers[item.answerKey]?.value, last?.[item.answerKey]?.value];
  if (typeof nowText !== "string" || typeof lastText !== "string") return [];
  const [now, before] = [decimal(nowText), decimal(lastText)];
  return now === undefined || before === undefined ? [] : [{ item, now, before, last: lastText }];
}

function moved({ item, now, before, last }: Compared, { jumpFactor }: NumberRules): NumberFinding[] {
  if (isZero(now) || isZero(before)) return [];
  const [a, b] = [magnitude(now), magnitude(before)];
  const slipped =
    SLIPS.includes(item.unit) && UNIT_FACTORS.some((factor) => isSlip(a, b, factor) || isSlip(b, a, factor));
  if (slipped) return [{ rule: "unit_mixed", answerKey: item.answerKey, last }];
  // A percentage moves by points and is judged by its thresholds.
  const counted = item.unit !== "percent" && item.unit !== "times";
  const factor = { digits: BigInt(jumpFactor), scale: 0 };
  const jumped = counted && (compare(a, multiply(b, factor)) > 0 || compare(b, multiply(a, factor)) > 0);
  return jumped ? [{ rule: "jumped", answerKey: item.answerKey, last }] : [];
}

function isSlip(large: Decimal, small: Decimal, factor: bigint): boolean {
  const tenth = (tenths: bigint) => multiply(small, { digits: factor * tenths, scale: 1 });
  return compare(large, tenth(LEAST)) >= 0 && compare(large, tenth(MOST)) <= 0;
}

/** Round figures and zeros repeat honestly; figures to the last digit, all of them, do not. */
function sameFigures(compared: readonly Compared[], { sameFiguresFrom }: NumberRules): NumberFinding[] {
  const telling = compared.filter(({ now }) => String(magnitude(now).digits).replace(/0+$/u, "").length > 2);
  const same = telling.filter(({ now, before }) => compare(now, before) === 0);
  if (same.length < sameFiguresFrom || same.length < telling.length) return [];
  return same.map(({ item, last }) => ({ rule: "same_figures", answerKey: item.answerKey, last }));
}
