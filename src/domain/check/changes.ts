import { daysBetween, isIsoDate } from "../dates.ts";
import { compare, type Decimal, decimal, decimalText, magnitude, percentageOf, subtract } from "./decimal.ts";
import { type Mark, outOfRange, severityRank } from "./out-of-range.ts";
import type { Answers, CheckFacts, CheckForm, FormItem, StoredAnswer } from "./types.ts";

export interface Change {
  readonly item: FormItem;
  readonly mark?: Mark;
  readonly old?: StoredAnswer;
  readonly new?: StoredAnswer;
  /** New less old, with the item's decimals; of dates, in days. */
  readonly delta?: string;
  /** The delta in percent of the old value, one decimal; none where the old value was nothing or zero. */
  readonly relative?: string;
}

export interface Changes {
  /** Out of range first, worst first; then by the largest relative change; words after numbers. */
  readonly changed: readonly Change[];
  /** Out of range first: what stays bad is not news, and must not be overlooked. */
  readonly unchanged: readonly Change[];
}

/** What a report says that the last one did not. Files are left out: they are new every time. */
export function changes(previous: Answers | undefined, answers: Answers, form: CheckForm, facts: CheckFacts): Changes {
  const compared = form.steps
    .flatMap((step) => step.items)
    .filter((item) => item.type !== "evidence" && item.own === undefined)
    .map((item) => changeOf(item, previous ?? {}, answers, { ...facts, last: facts.last ?? previous }))
    .filter((change) => change.old !== undefined || change.new !== undefined)
    .sort((a, b) => severityRank(a.mark?.level) - severityRank(b.mark?.level) || byRelativeSize(a, b));
  return {
    changed: compared.filter((change) => !isSame(change)),
    unchanged: compared.filter(isSame),
  };
}

function changeOf(item: FormItem, previous: Answers, answers: Answers, facts: CheckFacts): Change {
  const [before, after] = [previous[item.answerKey], answers[item.answerKey]];
  const mark = after === undefined ? undefined : outOfRange(item, after, answers, facts);
  const { delta, relative } = difference(item, before, after);
  return { item, mark, old: before, new: after, delta, relative };
}

function difference(item: FormItem, before?: StoredAnswer, after?: StoredAnswer): Pick<Change, "delta" | "relative"> {
  const [old, now] = [before?.value, after?.value];
  if (typeof old !== "string" || typeof now !== "string") return {};
  if (item.type === "date" && isIsoDate(old) && isIsoDate(now)) return { delta: String(daysBetween(old, now)) };
  const [from, to] = item.type === "number" ? [decimal(old), decimal(now)] : [];
  if (from === undefined || to === undefined) return {};
  const delta = subtract(to, from);
  const relative = percentageOf(delta, magnitude(from), 1);
  return { delta: decimalText(delta), relative: relative && decimalText(relative) };
}

function isSame({ old, new: now }: Change): boolean {
  return old !== undefined && now !== undefined && JSON.stringify(sorted(old)) === JSON.stringify(sorted(now));
}

function sorted({ value }: StoredAnswer): string | readonly string[] {
  return typeof value === "string" ? value : [...value].sort();
}

function byRelativeSize(a: Change, b: Change): number {
  const [sizeA, sizeB] = [relativeSize(a), relativeSize(b)];
  if (sizeA === undefined || sizeB === undefined) return Number(sizeA === undefined) - Number(sizeB === undefined);
  return compare(sizeB, sizeA);
}

/** From zero to something is the largest change there is. */
function relativeSize({ item, delta, relative }: Change): Decimal | undefined {
  if (item.type !== "number" || delta === undefined) return undefined;
  const size = decimal(relative ?? "9".repeat(40));
  return relative === undefined && /^-?0(\.0+)?$/u.test(delta) ? decimal("0") : size && magnitude(size);
}
