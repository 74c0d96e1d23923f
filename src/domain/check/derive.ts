/** Figures that are computed of what was answered and what the record holds: shown before submission, never typed. */
import type { Derived } from "../templates/derived.ts";
import { answerKey } from "./answer-key.ts";
import { add, type Decimal, decimal, decimalText, isZero, multiply, quotient, subtract } from "./decimal.ts";
import type { Answers, CheckForm, FormItem, StoredAnswer } from "./types.ts";

const NOTHING: Decimal = { digits: 0n, scale: 0 };
const ONE: Decimal = { digits: 1n, scale: 0 };

/**
 * The answers with every derived figure that can be computed; one that cannot (something it needs is not answered, or would be
 * divided by nothing) is left out. In the order of the form, so that one may be made of another above it.
 */
export function withDerived(form: CheckForm, answers: Answers, last: Answers | undefined): Answers {
  const items = form.steps.flatMap((step) => step.items);
  const known: Record<string, StoredAnswer> = { ...answers };
  for (const item of items) {
    if (item.derived === undefined) continue;
    delete known[item.answerKey];
    const value = computed(item.derived, { item, items, answers: known, last });
    const text = value && decimalText(value, item.scale ?? 0);
    if (text !== undefined) known[item.answerKey] = { value: text, ...(item.unit ? { unit: item.unit } : {}) };
  }
  return known;
}

interface Seen {
  readonly item: FormItem;
  readonly items: readonly FormItem[];
  readonly answers: Answers;
  readonly last: Answers | undefined;
}

function computed(formula: Derived, seen: Seen): Decimal | undefined {
  const above = numerator(formula, seen);
  const factor = decimal(formula.factor ?? "1") ?? ONE;
  const scale = seen.item.scale ?? 0;
  const before = { ...seen, answers: seen.last ?? {} };
  const below = formula.over_last ? total(formula.over_last, before) : formula.over ? total(formula.over, seen) : ONE;
  if (above === undefined || below === undefined || isZero(below)) return undefined;
  return quotient(multiply(above, factor), below, scale);
}

function numerator(formula: Derived, seen: Seen): Decimal | undefined {
  const rows = formula.count === undefined ? [] : rowsOf(formula.count, undefined, seen);
  if (formula.count !== undefined) {
    const counted = rowsOf(formula.count, formula, seen).length;
    return rows.length === 0 ? undefined : { digits: BigInt(counted), scale: 0 };
  }
  const whole = total(formula.sum ?? [], seen, formula);
  const less = total(formula.less ?? [], seen);
  const before = total(formula.less_last ?? [], { ...seen, answers: seen.last ?? {} });
  if (whole === undefined || less === undefined || before === undefined) return undefined;
  return subtract(subtract(whole, less), before);
}

function total(names: readonly string[], seen: Seen, formula?: Derived): Decimal | undefined {
  return names
    .map((name) => amountOf(name, seen, formula))
    .reduce<Decimal | undefined>(
      (sum, one) => (sum === undefined || one === undefined ? undefined : add(sum, one)),
      NOTHING,
    );
}

function amountOf(name: string, seen: Seen, formula?: Derived): Decimal | undefined {
  if (isGroup(name, seen)) {
    // A group without a row is not answered; it does not say nothing was paid.
    if (rowsOf(name, undefined, seen).length === 0) return undefined;
    const rows = rowsOf(name, formula, seen).map((row) =>
      numberAt(answerKey(seen.item.subject, name, row), seen.answers),
    );
    return rows.reduce<Decimal>((sum, one) => add(sum, one ?? NOTHING), NOTHING);
  }
  const fact = seen.item.facts?.[name];
  return fact === undefined ? numberAt(answerKey(seen.item.subject, name), seen.answers) : decimal(fact);
}

function isGroup(name: string, { item, items }: Seen): boolean {
  return items.some(
    (one) => one.subject === item.subject && one.key === `${one.blockKey}_rows` && one.groupKeys?.includes(name),
  );
}

/** The rows of a group that hold an answer to `name`, and where it is said, the wanted one to another item. */
function rowsOf(name: string, formula: Derived | undefined, { item, items, answers }: Seen): number[] {
  const rows = items.flatMap((one) => (one.subject === item.subject && one.key === name && one.row ? [one.row] : []));
  return rows.filter((row) => {
    const where = formula?.where;
    const said = where && answers[answerKey(item.subject, where.item, row)]?.value;
    const wanted = where === undefined || [said ?? ""].flat().some((value) => where.in.includes(value));
    return wanted && answers[answerKey(item.subject, name, row)] !== undefined;
  });
}

function numberAt(key: string, answers: Answers): Decimal | undefined {
  const value = answers[key]?.value;
  return typeof value === "string" ? decimal(value) : undefined;
}
