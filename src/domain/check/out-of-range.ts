import { daysBetween, isIsoDate } from "../dates.ts";
import type { Condition, Guard, MarkLevel } from "../templates/condition.ts";
import { answerKey } from "./answer-key.ts";
import { compare, type Decimal, decimal, multiply, subtract } from "./decimal.ts";
import type { Answers, CheckFacts, CheckForm, FormItem, StoredAnswer } from "./types.ts";

/** An answer that crossed a threshold: how bad, and by which sentence of the policy. */
export interface Mark {
  readonly level: MarkLevel;
  readonly condition: Condition;
}

const WORST_FIRST: readonly MarkLevel[] = ["red", "orange", "yellow"];
const HUNDRED: Decimal = { digits: 100n, scale: 0 };

/**
 * The worst level whose condition holds, or undefined. What a condition compares with and nobody answered keeps it silent.
 * `answers` are those of the same report; `facts.today` is the day of the check, so that a report reads the same for ever.
 */
export function outOfRange(
  item: FormItem,
  answer: StoredAnswer,
  answers: Answers,
  facts: CheckFacts,
): Mark | undefined {
  const seen = { item, answer, answers, facts };
  for (const level of WORST_FIRST) {
    const condition = item.thresholds?.[level]?.find((one) => holds(one, seen));
    if (condition !== undefined) return { level, condition };
  }
  return undefined;
}

/** The worst level in a report, undefined when every answer is in range. */
export function highestLevel(form: CheckForm, answers: Answers, facts: CheckFacts): MarkLevel | undefined {
  const items = form.steps.flatMap((step) => step.items);
  const levels = items.map((item) => {
    const answer = answers[item.answerKey];
    return answer === undefined ? undefined : outOfRange(item, answer, answers, facts)?.level;
  });
  return WORST_FIRST.find((level) => levels.includes(level));
}

/** 0 for the worst level, more for milder ones and for none. */
export function severityRank(level: MarkLevel | undefined): number {
  return level === undefined ? WORST_FIRST.length : WORST_FIRST.indexOf(level);
}

/** Whether another item of the same subject is answered as the guard says. */
export function guardHolds(guard: Guard, item: FormItem, answers: Answers, facts: CheckFacts): boolean {
  const other = valueNamed(guard.item, { item, answers, facts });
  if (other === undefined) return false;
  if (guard.in !== undefined) return [other].flat().some((value) => guard.in?.includes(value));
  const number = typeof other === "string" ? decimal(other) : undefined;
  return number !== undefined && passes(guard, (limit) => compare(number, limit));
}

interface Seen {
  readonly item: FormItem;
  readonly answers: Answers;
  readonly facts: CheckFacts;
}

function holds(condition: Condition, seen: Seen & { readonly answer: StoredAnswer }): boolean {
  const { item, answers, facts } = seen;
  if (condition.when !== undefined && !guardHolds(condition.when, item, answers, facts)) return false;
  return crosses(condition, seen) && (condition.twice === undefined || heldLastTime(condition, seen));
}

function heldLastTime(condition: Condition, { item, facts }: Seen): boolean {
  const answer = facts.last?.[item.answerKey];
  if (answer === undefined) return false;
  return crosses(condition, { item, answer, answers: facts.last ?? {}, facts: { today: facts.today } });
}

function crosses(condition: Condition, seen: Seen & { readonly answer: StoredAnswer }): boolean {
  const { value } = seen.answer;
  if (condition.in !== undefined) return [value].flat().some((one) => condition.in?.includes(one));
  const number = measured(seen);
  if (number === undefined) return false;
  if (condition.percent_of !== undefined) {
    const whole = numberNamed(condition.percent_of, seen);
    if (whole === undefined || whole.digits <= 0n) return false;
    return passes(condition, (limit) => compare(multiply(number, HUNDRED), multiply(limit, whole)));
  }
  if (condition.than === undefined) return passes(condition, (limit) => compare(number, limit));
  const other = numberNamed(condition.than, seen);
  return other !== undefined && passes(condition, (limit) => compare(subtract(number, other), limit));
}

/** A date counts as the days from today to it. */
function measured({ item, answer, facts }: Seen & { readonly answer: StoredAnswer }): Decimal | undefined {
  if (typeof answer.value !== "string") return undefined;
  if (item.type !== "date") return decimal(answer.value);
  return isIsoDate(answer.value) ? decimal(String(daysBetween(facts.today, answer.value))) : undefined;
}

function numberNamed(name: string, seen: Seen): Decimal | undefined {
  const value = valueNamed(name, seen);
  return typeof value === "string" ? decimal(value) : undefined;
}

function valueNamed(name: string, { item, answers, facts }: Seen): StoredAnswer["value"] | undefined {
  if (name === "last") return facts.last?.[item.answerKey]?.value;
  if (name === "days_since_disbursement")
    return item.disbursedOn === undefined ? undefined : String(daysBetween(item.disbursedOn, facts.today));
  // Beside it in the same row, or once for the subject.
  const beside = item.row === undefined ? undefined : answers[answerKey(item.subject, name, item.row)];
  return (beside ?? answers[answerKey(item.subject, name)])?.value ?? item.facts?.[name];
}

type Limits = Pick<Condition, "lt" | "lte" | "gt" | "gte">;

function passes(limits: Limits, against: (limit: Decimal) => number): boolean {
  const is = (text: string | undefined, accepts: (order: number) => boolean) => {
    const limit = text === undefined ? undefined : decimal(text);
    return limit === undefined || accepts(against(limit));
  };
  return (
    is(limits.lt, (order) => order < 0) &&
    is(limits.lte, (order) => order <= 0) &&
    is(limits.gt, (order) => order > 0) &&
    is(limits.gte, (order) => order >= 0)
  );
}
